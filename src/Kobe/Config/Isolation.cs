namespace Kobe.Config;

/// <summary>Where handlers run.</summary>
internal enum Isolation
{
    /// <summary>In a child process that can be killed.</summary>
    Runner,

    /// <summary>In the brain itself: for debugging, since a handler that hangs then hangs the lane.</summary>
    InProcess,
}

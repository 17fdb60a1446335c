namespace Kobe.Config;

/// <summary>Whether a plugin shares a process with others.</summary>
internal enum PluginIsolation
{
    /// <summary>One runner for all of them; those that trade belong here.</summary>
    Shared,

    /// <summary>A runner of its own, with limits of its own.</summary>
    Own,
}

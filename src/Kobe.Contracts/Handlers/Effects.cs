namespace Kobe.Contracts;

/// <summary>What a handler does to the world. A schedule's row can't loosen it.</summary>
public enum Effects
{
    /// <summary>It only looks; running it again or not at all changes nothing.</summary>
    None,

    /// <summary>It changes something, and running it again under the same key ends in the same state.</summary>
    Idempotent,

    /// <summary>It may change orders or positions; it is never run again blindly.</summary>
    Orders,
}

namespace Kobe.Pinning;

/// <summary>How a plugin stands to the manifest.</summary>
internal enum PinState
{
    /// <summary>Its files are those that were approved.</summary>
    Approved,

    /// <summary>Some of its files aren't.</summary>
    Changed,

    /// <summary>The manifest doesn't know it.</summary>
    New,

    /// <summary>The manifest has it, and the folder is gone.</summary>
    Missing,

    /// <summary>Nobody could vouch for it: others may change it, or a link leads out of it.</summary>
    Refused,
}

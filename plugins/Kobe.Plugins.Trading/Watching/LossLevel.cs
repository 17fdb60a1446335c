namespace Kobe.Plugins.Trading.Watching;

/// <summary>How far the day's loss is.</summary>
internal enum LossLevel
{
    /// <summary>Nothing to say.</summary>
    None,

    /// <summary>A person should know.</summary>
    Warned,

    /// <summary>No entries any more.</summary>
    Reduced,

    /// <summary>No orders any more.</summary>
    Halted,
}

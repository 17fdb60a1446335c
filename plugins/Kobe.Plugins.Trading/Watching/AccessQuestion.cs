namespace Kobe.Plugins.Trading.Watching;

/// <summary>What can be asked to see whether the broker serves us.</summary>
public enum AccessQuestion
{
    /// <summary>Whether the account answers and is not blocked.</summary>
    Account,

    /// <summary>Whether the broker's clock agrees with ours.</summary>
    Clock,

    /// <summary>Whether the broker's next ten sessions are those of the rules.</summary>
    Calendar,

    /// <summary>Whether everything that is watched has a price.</summary>
    Quotes,
}

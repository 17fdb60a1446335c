namespace Kobe.Core.Runs;

/// <summary>What trading is allowed, from everything to almost nothing. Only a person sets it back to ACTIVE.</summary>
public enum TradingState
{
    /// <summary>Entries and exits by their rules.</summary>
    ACTIVE,

    /// <summary>No entries.</summary>
    REDUCING,

    /// <summary>No entries; exits only after an approval given since the halt.</summary>
    HALTED,
}

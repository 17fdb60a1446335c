namespace Kobe.Plugins.Trading.Stops;

/// <summary>By which rule stops move closer.</summary>
public enum RatchetRule
{
    /// <summary>True ranges below the highest price since the entry.</summary>
    Trail,

    /// <summary>To the price paid, once the risk was gained.</summary>
    Breakeven,

    /// <summary>Where the strategy put it after the last close.</summary>
    Decided,
}

namespace Kobe.Desk.Brokers;

/// <summary>Whether an order stands alone or brings others with it.</summary>
public enum OrderClass
{
    /// <summary>It stands alone.</summary>
    Simple,

    /// <summary>An entry with a take-profit and a stop-loss that work once the entry is filled.</summary>
    Bracket,

    /// <summary>A take-profit and a stop-loss of a position that is there; one cancels the other.</summary>
    Oco,

    /// <summary>An entry with one exit that works once the entry is filled.</summary>
    Oto,
}

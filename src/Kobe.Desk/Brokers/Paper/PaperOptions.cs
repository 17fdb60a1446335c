namespace Kobe.Desk.Brokers.Paper;

/// <summary>What a paper account begins with, and how its exchange behaves.</summary>
public sealed record PaperOptions
{
    /// <summary>The usual account: what Alpaca's own paper account begins with.</summary>
    public static PaperOptions Default { get; } = new();

    /// <summary>The number that the account shows.</summary>
    public string AccountNumber { get; init; } = "PAPER00001";

    /// <summary>The cash at the start, in dollars.</summary>
    public decimal Cash { get; init; } = 100_000m;

    /// <summary>How many times the equity may be bought.</summary>
    public decimal Multiplier { get; init; } = 2;

    /// <summary>Whether short positions may be opened.</summary>
    public bool Shorting { get; init; }

    /// <summary>The fee of each share traded, in dollars; each fill's fee is rounded up to the cent.</summary>
    public decimal FeePerShare { get; init; }

    /// <summary>The share of orders that are first filled in part, 0 to 1.</summary>
    /// <value>0.1, as on Alpaca's paper account.</value>
    public double PartialShare { get; init; } = 0.1;

    /// <summary>What ids and partial fills are drawn from: equal seeds and calls give equal answers.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How many requests a minute are answered.</summary>
    public int RequestsPerMinute { get; init; } = 200;
}

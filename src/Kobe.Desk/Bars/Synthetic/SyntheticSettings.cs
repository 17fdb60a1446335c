namespace Kobe.Desk.Bars.Synthetic;

/// <summary>What a synthetic market is made of.</summary>
public sealed record SyntheticSettings
{
    /// <summary>What repeats it.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The first date, in the exchange's zone.</summary>
    public DateOnly From { get; init; } = new(2015, 1, 1);

    /// <summary>The last date.</summary>
    public DateOnly To { get; init; } = new(2024, 12, 31);

    /// <summary>The chance of a session that a symbol does not trade in at all.</summary>
    public double HaltedDays { get; init; } = 1.0 / 1_500;

    /// <summary>The chance of a session with a halt of 5 to 60 minutes.</summary>
    public double HaltedMinutes { get; init; } = 1.0 / 100;

    /// <summary>The raw close above which a share is split.</summary>
    public double SplitAbove { get; init; } = 400;

    /// <summary>The raw close below which shares are put together, ten for one.</summary>
    public double MergeBelow { get; init; } = 2;
}

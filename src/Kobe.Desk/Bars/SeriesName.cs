namespace Kobe.Desk.Bars;

/// <summary>What a series of bars is of, and where it comes from.</summary>
/// <param name="Symbol">The instrument, such as <c>SPY</c> or <c>BRK.B</c>.</param>
/// <param name="Interval">How much time a bar spans.</param>
/// <param name="Adjustment">What was done to the prices.</param>
/// <param name="Source">Who says so: a folder, a data service, or a synthetic market with its seed.</param>
/// <param name="IsSynthetic">Whether the prices were made up; it shows wherever the series does.</param>
public sealed record SeriesName(
    string Symbol, BarInterval Interval, Adjustment Adjustment, string Source, bool IsSynthetic = false)
{
    /// <summary>What stands before everything that made-up prices lead to.</summary>
    public const string SyntheticMark = "SYNTHETIC";

    /// <summary>As people read it: <c>SPY 1d raw</c>, with SYNTHETIC before made-up prices.</summary>
    public override string ToString() =>
        $"{(IsSynthetic ? SyntheticMark + " " : "")}{Symbol} {Interval} {Adjustment.ToString().ToLowerInvariant()}";
}

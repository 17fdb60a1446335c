using Kobe.Desk.Bars.Factors;

namespace Kobe.Desk.Bars.Quality;

/// <summary>Finds the steps that splits leave in raw prices.</summary>
internal static class SplitCheck
{
    public static IEnumerable<QualityFinding> Find(BarSeries series, DateOnly[] dates, PriceFactors factors)
    {
        var isRaw = series.Name.Adjustment == Adjustment.Raw;
        for (var i = 1; i < series.Count; i++)
        {
            var step = series[i].Open / series[i - 1].Close;
            var named = factors.On(dates[i]).Split / factors.On(dates[i - 1]).Split;
            if (named != 1 && isRaw)
            {
                var ratio = SplitRatios.Text(named);
                yield return Math.Abs((step * named) - 1) <= QualityLimits.NamedSplitTolerance
                    ? new(QualityKind.Split, dates[i], dates[i],
                        $"A split of {ratio}: {Step(series, i)}. The factors name it; adjust before use.")
                    : new(QualityKind.MissingSplit, dates[i], dates[i],
                        $"The factors name a split of {ratio}, the prices show none: {Step(series, i)}.");
            }
            else if (SplitRatios.Near(step, QualityLimits.UnnamedSplitTolerance) is { } near)
            {
                yield return new(QualityKind.UnnamedSplit, dates[i], dates[i],
                    $"It looks like a split of {near} that "
                    + (isRaw ? "no factor names" : "the adjustment missed") + $": {Step(series, i)}.");
            }
        }
    }

    /// <summary>From which close to which open.</summary>
    public static string Step(BarSeries series, int i) =>
        $"close {series[i - 1].Close:0.####}, open {series[i].Open:0.####}";
}

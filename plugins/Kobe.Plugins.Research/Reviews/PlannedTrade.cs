using Kobe.Desk.Bars;

namespace Kobe.Plugins.Research.Reviews;

/// <summary>An idea of a day's plan, played once more on the day's minutes.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Strategy">The strategy.</param>
/// <param name="Entry">The price that was planned.</param>
/// <param name="Stop">The stop.</param>
/// <param name="Target">The target, or null.</param>
/// <param name="Entered">The price at which it would have been bought, or null when it never was.</param>
/// <param name="Left">The price at which it would have been sold.</param>
/// <param name="Way">How it would have ended: <c>stop</c>, <c>target</c>, <c>close</c> or <c>never</c>.</param>
/// <param name="Multiple">What it would have made for each dollar at risk, or null.</param>
internal sealed record PlannedTrade(
    string Symbol, string Strategy, double Entry, double Stop, double? Target, double? Entered, double? Left,
    string Way, double? Multiple)
{
    /// <summary>Plays an idea: bought at its planned price or better once entries are free, then stop before target
    /// where one minute passes both, else the last price.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="strategy">The strategy.</param>
    /// <param name="entry">The price that was planned.</param>
    /// <param name="stop">The stop.</param>
    /// <param name="target">The target, or null.</param>
    /// <param name="minutes">The day's minutes from when entries are free.</param>
    public static PlannedTrade Of(
        string symbol, string strategy, double entry, double stop, double? target, ReadOnlySpan<Bar> minutes)
    {
        var way = Math.Sign(entry - stop);
        double? entered = null;
        for (var i = 0; i < minutes.Length; i++)
        {
            var bar = minutes[i];
            if (entered is null)
            {
                if (way > 0 ? bar.Low <= entry : bar.High >= entry)
                {
                    entered = way > 0 ? Math.Min(entry, bar.Open) : Math.Max(entry, bar.Open);
                }

                continue;
            }

            if (way > 0 ? bar.Low <= stop : bar.High >= stop)
            {
                return Made(way > 0 ? Math.Min(stop, bar.Open) : Math.Max(stop, bar.Open), "stop");
            }

            if (target is { } goal && (way > 0 ? bar.High >= goal : bar.Low <= goal))
            {
                return Made(way > 0 ? Math.Max(goal, bar.Open) : Math.Min(goal, bar.Open), "target");
            }
        }

        return entered is null
            ? new(symbol, strategy, entry, stop, target, null, null, "never", null)
            : Made(minutes[^1].Close, "close");

        PlannedTrade Made(double left, string end) => new(
            symbol, strategy, entry, stop, target, entered, left, end,
            Math.Round((left - entered!.Value) / (entered.Value - stop), 3));
    }
}

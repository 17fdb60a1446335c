using Kobe.Desk.Bars;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Live;

/// <summary>How a symbol took a release.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Share">From the last price before to the last one after, as a fraction.</param>
/// <param name="RangeShare">High to low after it, as a fraction.</param>
/// <param name="VolumeRatio">Volume after by volume before; null when nothing traded before.</param>
internal sealed record ReleaseReaction(string Symbol, double Share, double RangeShare, double? VolumeRatio)
{
    /// <summary>Measures it.</summary>
    /// <remarks>A release before the open is measured from the close before to the first minutes.</remarks>
    /// <param name="session">The session's minutes.</param>
    /// <param name="release">The instant of the release.</param>
    /// <param name="minutes">How many minutes on each side.</param>
    /// <param name="closeBefore">The close of the session before, comparable; null when it is not stored.</param>
    /// <returns>Null when there is no price before it or after it.</returns>
    public static ReleaseReaction? Of(
        BarSeries session, DateTimeOffset release, int minutes, double? closeBefore)
    {
        var (before, after) = (new List<Bar>(), new List<Bar>());
        foreach (ref readonly var bar in session.All)
        {
            if (bar.EndTicks <= release.UtcTicks)
            {
                before.Add(bar);
            }
            else if (after.Count < minutes)
            {
                after.Add(bar);
            }
        }

        var near = before.FindAll(bar => bar.StartTicks >= release.AddMinutes(-minutes).UtcTicks);
        var from = before.Count > 0 ? before[^1].Close : closeBefore;
        if (from is not { } price || SymbolRange.Of(session.Name.Symbol, after.ToArray()) is not { } range)
        {
            return null;
        }

        var volume = Prices.Volume(near.ToArray());
        return new(
            session.Name.Symbol, Prices.Rounded((range.Close / price) - 1),
            Prices.Rounded((range.High - range.Low) / price),
            volume > 0 ? Prices.Rounded(range.Volume / volume) : null);
    }
}

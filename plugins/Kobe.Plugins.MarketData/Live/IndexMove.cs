using Kobe.Desk.Bars;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Live;

/// <summary>How the index moved over some minutes, beside the session so far: the fact <c>index.move</c>.</summary>
/// <param name="At">The end of the minutes (UTC).</param>
/// <param name="Symbol">The index.</param>
/// <param name="Minutes">How many minutes had a bar.</param>
/// <param name="Share">The move over them, as a fraction.</param>
/// <param name="SinceOpen">The move since the open.</param>
/// <param name="SinceClose">The move since the close before; null when that is not stored.</param>
/// <param name="RangeShare">High to low of the minutes, as a fraction.</param>
/// <param name="VolumeShare">Their part of the session's volume so far.</param>
/// <param name="Synthetic">Whether prices were made up.</param>
internal sealed record IndexMove(
    DateTimeOffset At, string Symbol, int Minutes, double Share, double SinceOpen, double? SinceClose,
    double RangeShare, double VolumeShare, bool Synthetic)
{
    /// <summary>Measures the last minutes up to an instant; null when nothing traded in them.</summary>
    public static IndexMove? Of(BarSeries session, DateTimeOffset until, int minutes, double? closeBefore)
    {
        var so = session.AsOf(until);
        var first = so.Length;
        while (first > 0 && so[first - 1].StartTicks >= until.AddMinutes(-minutes).UtcTicks)
        {
            first--;
        }

        if (SymbolRange.Of(session.Name.Symbol, so[first..]) is not { } range)
        {
            return null;
        }

        return new(
            until, session.Name.Symbol, so.Length - first, Move(range.Open, range.Close),
            Move(so[0].Open, range.Close), closeBefore is { } close ? Move(close, range.Close) : null,
            Prices.Rounded((range.High - range.Low) / range.Open),
            Prices.Rounded(range.Volume / Math.Max(1, Prices.Volume(so))), session.Name.IsSynthetic);
    }

    private static double Move(double from, double to) => Prices.Rounded((to / from) - 1);
}

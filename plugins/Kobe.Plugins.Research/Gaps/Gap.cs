using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Research.Gaps;

/// <summary>A symbol that opens away from its close.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Share">How far, as a share of the last close; negative downwards.</param>
/// <param name="RelativeVolume">Volume so far against a mean session's up to the same minute; null before the
/// open.</param>
internal sealed record Gap(string Symbol, double Share, double? RelativeVolume)
{
    /// <summary>The gaps of at least a size, the largest first.</summary>
    public static IReadOnlyList<Gap> Of(IEnumerable<FirstPrice> prices, double least, int most) =>
    [
        .. prices
            .Select(one => new Gap(
                one.Symbol, Math.Round((one.Price / one.Before) - 1, 5), Figure.Of(one.RelativeVolume, 2)))
            .Where(gap => Math.Abs(gap.Share) >= least)
            .OrderByDescending(gap => Math.Abs(gap.Share)).ThenBy(gap => gap.Symbol, StringComparer.Ordinal)
            .Take(most),
    ];
}

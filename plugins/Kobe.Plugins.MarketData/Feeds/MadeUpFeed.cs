using System.Globalization;
using Kobe.Desk.Bars;
using Kobe.Desk.Randomness;

namespace Kobe.Plugins.MarketData.Feeds;

/// <summary>Entries for a made-up market, the same under the same seed whenever it is asked; each says
/// SYNTHETIC.</summary>
internal static class MadeUpFeed
{
    // A feed that was not read for days begins with its last hours, as real ones do.
    private const int HoursMax = 72;

    private static readonly string[] News =
    [
        "{0} raises its outlook after strong orders", "{0} cuts its forecast on weak demand",
        "{0} wins a large contract", "{0} names a new head of finance", "Analysts downgrade {0} after the rally",
        "{0} plans a buyback",
        "Regulators open a probe into {0}", "{0} reports record profit", "{0} warns of losses in one segment",
    ];

    private static readonly string[] Filings =
    [
        "8-K - {0} - entry into a material agreement", "4 - {0} - an officer bought shares",
        "4 - {0} - a director sold shares", "10-Q - {0} - quarterly report", "SC 13G - {0} - a holder passed 5 %",
    ];

    private static readonly string[] Papers =
    [
        "Momentum and its crashes, revisited", "Liquidity around scheduled announcements",
        "Learning when regimes change", "What limits arbitrage in small shares", "Bounds on overfitted backtests",
    ];

    private static readonly string[] Forum =
    [
        "{0} looks ready to move", "Why I sold {0} today", "{0} chart, what do you think",
        "Holding {0} through earnings?",
    ];

    /// <summary>The entries of the hours after an instant, up to now.</summary>
    /// <param name="seed">What repeats them.</param>
    /// <param name="feed">The feed; each has entries of its own.</param>
    /// <param name="kind">What it brings.</param>
    /// <param name="symbols">What may be named.</param>
    /// <param name="level">Around what value a series moves.</param>
    /// <param name="after">The last look; entries of that instant are known.</param>
    /// <param name="now">The instant of the look.</param>
    public static IReadOnlyList<FeedEntry> Of(
        ulong seed, string feed, FeedKind kind, IReadOnlyList<string> symbols, double level, DateTimeOffset after,
        DateTimeOffset now)
    {
        var entries = new List<FeedEntry>();
        var hour = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);
        for (var i = HoursMax - 1; i >= 0; i--)
        {
            var at = hour.AddHours(-i);
            if (at > after)
            {
                var random = new SeededRandom(seed).Split(feed)
                    .Split(at.ToString("yyyy-MM-ddTHH", CultureInfo.InvariantCulture));
                entries.AddRange(At(feed, kind, symbols, level, at, random));
            }
        }

        return entries;
    }

    private static IEnumerable<FeedEntry> At(
        string feed, FeedKind kind, IReadOnlyList<string> symbols, double level, DateTimeOffset at, SeededRandom random)
    {
        if (kind == FeedKind.Series)
        {
            var value = Math.Round(level * (1 + (0.003 * random.Normal())), 4);
            yield return new(
                $"{feed}:{at:yyyy-MM-ddTHH}", at, value.ToString(CultureInfo.InvariantCulture), null, Mark, value);
            yield break;
        }

        var titles = kind switch
        {
            FeedKind.News => News,
            FeedKind.Filings => Filings,
            FeedKind.Papers => Papers,
            _ => Forum,
        };
        for (var i = 0; random.Chance(0.4) && i < 5; i++)
        {
            var symbol = symbols[random.Below(symbols.Count)];
            var title = string.Format(CultureInfo.InvariantCulture, titles[random.Below(titles.Length)], symbol);
            var published = at.AddMinutes(-random.Below(60));
            yield return new($"{feed}:{at:yyyy-MM-ddTHH}:{i}", published, $"{Mark}: {title}", null, null, null);
        }
    }

    private const string Mark = SeriesName.SyntheticMark;
}

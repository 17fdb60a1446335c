using Kobe.Core.Markets;
using Kobe.Core.Markets.Events;

namespace Kobe.Desk.Strategies.Choosing;

/// <summary>The strategies that can be asked for by name.</summary>
public static class StrategyCatalogue
{
    private const int PeriodMax = 1_000;

    /// <summary>All of them, in the order in which people should meet them.</summary>
    public static IReadOnlyList<StrategyEntry> All { get; } =
    [
        new("trend-pullback", "Buys a rising share that fell back to its average and turned up again.",
            [
                Period("trend", 200, "bars of the average that must lie below the price"),
                Period("pullback", 20, "bars of the average that is touched"),
                Number("stop_ranges", 2.5, 0.1, 20, "true ranges from the close to the stop"),
            ],
            (p, _) => new TrendPullback((int)p[0], (int)p[1], p[2])),
        new("momentum-breakout", "Buys a new high of weeks in a trend and with volume.",
            [
                Period("entry", 55, "bars of the channel that is broken upwards"),
                Period("exit", 20, "bars of the channel whose lower side ends the position"),
                Number("strength", 20, 0, 100, "the least ADX"),
                Number("volume", 1.2, 0, 100, "the least volume as a multiple of its average"),
                Number("stop_ranges", 2, 0.1, 20, "true ranges from the close to the first stop"),
            ],
            (p, _) => new MomentumBreakout((int)p[0], (int)p[1], p[2], p[3], p[4])),
        new("mean-reversion", "Buys a sharp fall of days inside a long rise.",
            [
                Period("trend", 200, "bars of the average that must lie below the price"),
                Number("low", 10, 0, 100, "the RSI of two days below which a fall is sharp"),
                Period("recovery", 5, "bars of the average whose crossing ends the position"),
                Period("days", 10, "bars after which it ends anyway"),
                Number("stop_ranges", 3, 0.1, 20, "true ranges from the close to the stop"),
            ],
            (p, _) => new MeanReversion((int)p[0], p[1], (int)p[2], (int)p[3], p[4])),
        new("volatility-squeeze", "Waits until a share is quiet and buys the breakout.",
            [
                Period("period", 20, "bars of bands and channel"),
                Period("quiet", 6, "the least quiet bars before a breakout counts"),
                Number("channel", 1.5, 0.1, 10, "true ranges of the channel"),
            ],
            (p, _) => new VolatilitySqueeze((int)p[0], (int)p[1], p[2])),
        new("event-driven", "Is in for the session before a rate decision (those that are known, 2024 on).",
            [
                Period("sessions_ahead", 1, "sessions before that of the event"),
                Number("stop_share", 0.04, 0.001, 0.9, "how far below the price the stop lies, as a share"),
            ],
            (p, calendar) => new EventDriven(Decisions(calendar), calendar, (int)p[0], p[1])),
        new("sma-cross", "Is long while the fast average lies above the slow one.",
            [Period("fast", 50, "bars of the fast average"), Period("slow", 200, "bars of the slow average")],
            (p, _) => new SmaCross((int)p[0], (int)p[1])),
        new("buy-and-hold", "Buys at the first chance and holds.", [], (_, _) => new BuyAndHold()),
    ];

    /// <summary>Their names in that order, for a sentence that says what there is.</summary>
    public static string Names => string.Join(", ", All.Select(entry => entry.Name));

    /// <summary>A strategy by its name; null when there is none.</summary>
    /// <param name="name">The name.</param>
    public static StrategyEntry? Find(string name) => All.FirstOrDefault(entry => entry.Name == name);

    private static IEnumerable<DateTimeOffset> Decisions(ExchangeCalendar calendar) =>
        from dated in BuiltInEvents.Rules.Dated
        where dated.Confirmed
        let instant = WallClock.Resolve(
            dated.Date, TimeOnly.FromTimeSpan(dated.Time), calendar.Zone, GapPolicy.Run, OverlapPolicy.First)
        where instant is not null
        select instant.Value;

    private static StrategyParameter Period(string name, int value, string about) =>
        new(name, value, 1, PeriodMax, IsWhole: true, about);

    private static StrategyParameter Number(string name, double value, double min, double max, string about) =>
        new(name, value, min, max, IsWhole: false, about);
}

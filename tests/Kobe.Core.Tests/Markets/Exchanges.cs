using System.Globalization;
using Kobe.Core.Markets;
using Kobe.Core.Markets.Events;
using Kobe.Testing;

namespace Kobe.Core.Tests.Markets;

/// <summary>The built-in calendars and clocks, and short ways to say an instant in New York.</summary>
internal static class Exchanges
{
    public static ExchangeCalendar Xnys { get; } = new(BuiltInCalendars.Xnys(Zones.NewYork));

    public static ExchangeCalendar Crypto { get; } = new(BuiltInCalendars.Crypto());

    public static MarketClock XnysClock { get; } = ClockOf(Xnys);

    public static MarketClock ClockOf(ExchangeCalendar calendar, EventRules? events = null) =>
        new(calendar, PhaseTable.BuiltIn, Seasons(events));

    public static SeasonTable Seasons(EventRules? events = null) => new(Xnys, events ?? EventRules.None);

    /// <summary>The New York calendar with single days added to those built in.</summary>
    public static ExchangeCalendar XnysWith(params OneOffDay[] days)
    {
        var rules = BuiltInCalendars.Xnys(Zones.NewYork);
        return new(rules with { OneOffDays = [.. rules.OneOffDays, .. days] });
    }

    /// <summary>The instant at which New York's clocks show <c>yyyy-MM-dd HH:mm[:ss]</c>.</summary>
    public static DateTimeOffset NewYork(string wallClock)
    {
        var date = Days.Date(wallClock[..10]);
        var time = TimeOnly.Parse(wallClock[11..], CultureInfo.InvariantCulture);
        return WallClock.Resolve(date, time, Zones.NewYork, GapPolicy.Run, OverlapPolicy.First)!.Value;
    }

    /// <summary>What New York's clocks show at an instant: <c>yyyy-MM-dd HH:mm</c>, or "-" for none.</summary>
    public static string InNewYork(DateTimeOffset? instant) => instant is { } at
        ? TimeZoneInfo.ConvertTime(at, Zones.NewYork).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
        : "-";

    /// <summary>The time of day of <see cref="InNewYork"/>: <c>HH:mm</c>, or "-" for none.</summary>
    public static string TimeInNewYork(DateTimeOffset? instant) =>
        instant is null ? "-" : InNewYork(instant)[11..];

    /// <summary>A day in one word, its close included where it is early: <c>session</c>, <c>early 13:00</c> …</summary>
    public static string Word(TradingDay day) => day.Kind switch
    {
        DayKind.EarlyClose => "early " + TimeInNewYork(day.Session!.Close),
        var kind => kind.ToString().ToLowerInvariant(),
    };
}

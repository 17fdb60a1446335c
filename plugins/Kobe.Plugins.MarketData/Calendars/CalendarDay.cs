using System.Globalization;
using Kobe.Contracts;
using Kobe.Core.Markets;

namespace Kobe.Plugins.MarketData.Calendars;

/// <summary>One day of a calendar to come.</summary>
/// <param name="Date">The date.</param>
/// <param name="Kind">Session, early close, holiday or weekend, in lower case.</param>
/// <param name="Name">Why it is closed or closes early; null on a usual day.</param>
/// <param name="Open">The open, HH:mm at the exchange; null without a session.</param>
/// <param name="Close">The close.</param>
/// <param name="Seasons">The special times that it belongs to.</param>
/// <param name="Events">Releases and decisions, <c>HH:mm name</c>.</param>
/// <param name="Reports">The symbols that report.</param>
internal sealed record CalendarDay(
    DateOnly Date, string Kind, string? Name, string? Open, string? Close, IReadOnlyList<string> Seasons,
    IReadOnlyList<string> Events, IReadOnlyList<string> Reports)
{
    /// <summary>Makes the day of what is known of it.</summary>
    public static CalendarDay Of(
        MarketDay day, TimeZoneInfo zone, IEnumerable<EconomicEvent> events, IEnumerable<EarningsDate> reports) => new(
        day.Date, day.Day.Kind.ToString().ToLowerInvariant(), day.Day.Name, Time(day.Day.Session?.Open, zone),
        Time(day.Day.Session?.Close, zone),
        [.. Enum.GetValues<Season>().Where(one => one != Season.NONE && day.Seasons.HasFlag(one))
            .Select(one => one.ToString())],
        [.. events.Where(one => DateOnly.FromDateTime(one.At.DateTime) == day.Date)
            .Select(one => $"{one.At:HH:mm} {one.Name}")],
        [.. reports.Where(one => one.Date == day.Date).Select(one => one.Symbol)]);

    private static string? Time(DateTimeOffset? instant, TimeZoneInfo zone) => instant is { } at
        ? TimeZoneInfo.ConvertTime(at, zone).ToString("HH:mm", CultureInfo.InvariantCulture) : null;
}

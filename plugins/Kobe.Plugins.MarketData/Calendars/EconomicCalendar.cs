using Kobe.Desk.Sessions;

namespace Kobe.Plugins.MarketData.Calendars;

/// <summary>What is known beforehand of a span of dates, from the owner's file, the usual days and the events file of
/// the schedule.</summary>
internal static class EconomicCalendar
{
    /// <summary>The owner's file, in <c>desk/events/</c>: date, time (HH:mm), name.</summary>
    public const string FileName = "economic.csv";

    /// <summary>The events of some dates, in order of time.</summary>
    /// <exception cref="InvalidDataException">The owner's file has a wrong line.</exception>
    public static IReadOnlyList<EconomicEvent> Of(DeskSession desk, DateOnly from, int days)
    {
        var calendar = desk.Market.Calendar;
        var file = OwnerTable.Read<Entry>(desk.PathOf("events", FileName), 3, fields =>
            OwnerTable.Date(fields[0]) is { } date && OwnerTable.Time(fields[1]) is { } time && fields[2].Length > 0
                ? new(date, time, fields[2]) : null);
        var (first, last) = file is { Count: > 0 }
            ? (file.Min(entry => entry.Date), file.Max(entry => entry.Date)) : (DateOnly.MaxValue, DateOnly.MinValue);
        var events = new List<EconomicEvent>();
        for (var date = from; date < from.AddDays(days); date = date.AddDays(1))
        {
            events.AddRange(desk.Market.Day(date).Events
                .Select(one => new EconomicEvent(one.At, one.Name, "calendar")));
            events.AddRange(date >= first && date <= last
                ? file!.Where(entry => entry.Date == date)
                    .Select(entry => new EconomicEvent(At(calendar.Zone, date, entry.Time), entry.Name, "file"))
                : EconomicRules.On(date, calendar)
                    .Select(one => new EconomicEvent(At(calendar.Zone, date, one.At), one.Name, "rule")));
        }

        return [.. events.OrderBy(one => one.At).ThenBy(one => one.Name, StringComparer.Ordinal)];
    }

    private static DateTimeOffset At(TimeZoneInfo zone, DateOnly date, TimeOnly time)
    {
        var local = date.ToDateTime(time);
        return new(local, zone.GetUtcOffset(local));
    }

    private sealed record Entry(DateOnly Date, TimeOnly Time, string Name);
}

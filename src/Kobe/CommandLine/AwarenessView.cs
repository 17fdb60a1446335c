using System.Globalization;
using System.Text.Json;
using Kobe.Contracts;
using Kobe.Core.Markets;

namespace Kobe.CommandLine;

/// <summary>What <c>kobe awareness</c> says, as JSON and as a sheet for a person.</summary>
internal static class AwarenessView
{
    /// <summary>The context as an object.</summary>
    public static void Write(Utf8JsonWriter writer, in MarketContext context, TimeZoneInfo zone)
    {
        writer.WriteStartObject();
        writer.WriteString("timestamp", Instants.Text(context.Timestamp, zone));
        writer.WriteString("zone", zone.Id);
        writer.WriteString("date", Date(context.Date));
        writer.WriteString("dayOfWeek", context.Date.DayOfWeek.ToString());
        writer.WriteString("phase", context.Phase.ToString());
        writer.WriteString("phaseGroup", context.PhaseGroup.ToString());
        writer.WriteString("mode", context.Mode.ToString());
        writer.WriteStrings("seasons", SeasonNames.Of(context.Seasons));
        WriteEvents(writer, context.Events, zone);
        writer.WriteBoolean("isTradingDay", context.IsTradingDay);
        writer.WriteBoolean("isMarketOpen", context.IsMarketOpen);
        writer.WriteBoolean("isEarlyClose", context.IsEarlyClose);
        writer.WriteBoolean("isHoliday", context.IsHoliday);
        writer.WriteString("holiday", context.Holiday);
        writer.WriteBoolean("isWeekend", context.IsWeekend);
        writer.WriteBoolean("isConfirmed", context.IsConfirmed);
        writer.WriteString("open", Instants.Text(context.Open, zone));
        writer.WriteString("close", Instants.Text(context.Close, zone));
        writer.WriteString("nextOpen", Instants.Text(context.NextOpen, zone));
        writer.WriteString("nextClose", Instants.Text(context.NextClose, zone));
        writer.WriteNumber("minutesToOpen", context.MinutesToOpen);
        writer.WriteNumber("minutesToClose", context.MinutesToClose);
        writer.WriteBoolean("entriesAllowed", context.EntriesAllowed);
        writer.WriteStrings("entriesNamed", context.EntriesNamed.Select(phase => phase.ToString()));
        writer.WriteBoolean("exitsAllowed", context.ExitsAllowed);
        writer.WriteString("reason", context.Reason);
        writer.WriteStrings("recommended", Recommendation.For(context.Mode));
        writer.WriteEndObject();
    }

    /// <summary>The context as labelled lines.</summary>
    public static Sheet Sheet(in MarketContext context, TimeZoneInfo zone)
    {
        var sheet = new Sheet("Awareness");
        sheet.Add("time", $"{Instants.Text(context.Timestamp, zone)} {zone.Id}");
        sheet.Add("day", $"{context.Date.DayOfWeek.ToString()} {Date(context.Date)}, {DayText(context)}");
        sheet.Add("phase", $"{context.Phase.ToString()} ({context.PhaseGroup.ToString()})");
        sheet.Add("mode", $"{context.Mode.ToString()}: {string.Join(", ", Recommendation.For(context.Mode))}");
        sheet.Add("seasons", List(SeasonNames.Of(context.Seasons)));
        sheet.Add("events", List(context.Events.Select(item => EventText(item, zone))));
        sheet.Add("market", MarketText(context, zone));
        sheet.Add("entries", EntriesText(context));
        sheet.Add("exits", context.ExitsAllowed ? "allowed" : "not now");
        sheet.Add("why", context.Reason);
        return sheet;
    }

    private static void WriteEvents(Utf8JsonWriter writer, IReadOnlyList<MarketEvent> events, TimeZoneInfo zone)
    {
        writer.WriteStartArray("events");
        foreach (var item in events)
        {
            writer.WriteStartObject();
            writer.WriteString("name", item.Name);
            writer.WriteString("at", Instants.Text(item.At, zone));
            writer.WriteBoolean("confirmed", item.Confirmed);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string DayText(in MarketContext context)
    {
        var kind = context.IsHoliday ? $"holiday: {context.Holiday}"
            : context.IsWeekend ? "weekend"
            : context.IsEarlyClose ? "session with an early close"
            : "session";
        return context.IsConfirmed ? kind : kind + " (unconfirmed: by the rules, not yet announced)";
    }

    private static string MarketText(in MarketContext context, TimeZoneInfo zone) => context.IsMarketOpen
        ? $"open, closes in {Span(context.MinutesToClose)} at {Instants.Text(context.NextClose, zone)}"
        : context.NextOpen is null ? "closed, and the calendar ends here"
        : $"closed, opens in {Span(context.MinutesToOpen)} at {Instants.Text(context.NextOpen, zone)}";

    private static string EntriesText(in MarketContext context) => context.Entries switch
    {
        EntryPolicy.Free => "free",
        EntryPolicy.Named => $"only rows that name {context.Phase.ToString()}",
        _ => "closed",
    };

    private static string EventText(MarketEvent item, TimeZoneInfo zone) =>
        $"{item.Name} at {Instants.Time(item.At, zone)}{(item.Confirmed ? "" : " (unconfirmed)")}";

    private static string Span(int? minutes) => minutes is not { } known ? "?"
        : known < 60 ? $"{known} min"
        : known < 1440 ? $"{known / 60} h {known % 60} min"
        : $"{known / 1440} d {known / 60 % 24} h";

    private static string List(IEnumerable<string> items) =>
        string.Join(", ", items) is { Length: > 0 } text ? text : "none";

    private static string Date(DateOnly date) => date.ToString("o", CultureInfo.InvariantCulture);
}

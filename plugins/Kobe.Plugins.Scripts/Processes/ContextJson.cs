using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Kobe.Contracts;

namespace Kobe.Plugins.Scripts.Processes;

/// <summary>The market's context as a script reads it: the members that <c>kobe awareness --json</c> has.</summary>
internal static class ContextJson
{
    public static string Of(in MarketContext market)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("timestamp", market.Timestamp);
            json.WriteString("date", market.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("dayOfWeek", market.Date.DayOfWeek.ToString());
            json.WriteString("phase", market.Phase.ToString());
            json.WriteString("phaseGroup", market.PhaseGroup.ToString());
            json.WriteString("mode", market.Mode.ToString());
            WriteNames(json, "seasons", SeasonsOf(market.Seasons));
            WriteEvents(json, market.Events);
            json.WriteBoolean("isTradingDay", market.IsTradingDay);
            json.WriteBoolean("isMarketOpen", market.IsMarketOpen);
            json.WriteBoolean("isEarlyClose", market.IsEarlyClose);
            json.WriteBoolean("isHoliday", market.IsHoliday);
            json.WriteString("holiday", market.Holiday);
            json.WriteBoolean("isWeekend", market.IsWeekend);
            json.WriteBoolean("isConfirmed", market.IsConfirmed);
            Write(json, "open", market.Open);
            Write(json, "close", market.Close);
            Write(json, "nextOpen", market.NextOpen);
            Write(json, "nextClose", market.NextClose);
            Write(json, "minutesToOpen", market.MinutesToOpen);
            Write(json, "minutesToClose", market.MinutesToClose);
            json.WriteBoolean("entriesAllowed", market.EntriesAllowed);
            WriteNames(json, "entriesNamed", market.EntriesNamed.Select(phase => phase.ToString()));
            json.WriteBoolean("exitsAllowed", market.ExitsAllowed);
            json.WriteString("reason", market.Reason);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static IEnumerable<string> SeasonsOf(Season seasons) => Enum.GetValues<Season>()
        .Where(season => season != Season.NONE && seasons.HasFlag(season)).Select(season => season.ToString());

    private static void WriteEvents(Utf8JsonWriter json, IReadOnlyList<MarketEvent> events)
    {
        json.WriteStartArray("events");
        foreach (var market in events)
        {
            json.WriteStartObject();
            json.WriteString("name", market.Name);
            json.WriteString("at", market.At);
            json.WriteBoolean("confirmed", market.Confirmed);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNames(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, DateTimeOffset? instant)
    {
        if (instant is { } known)
        {
            json.WriteString(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, int? minutes)
    {
        if (minutes is { } known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}

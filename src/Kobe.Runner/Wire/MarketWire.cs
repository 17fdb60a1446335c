using System.Text.Json;
using Kobe.Contracts;

namespace Kobe.Runner.Wire;

/// <summary>What the market is doing, from the brain to its runner; enums go as numbers.</summary>
/// <remarks>By hand: the serialiser's own way has each process compile 700 methods at its start, some 4 MB.</remarks>
internal static class MarketWire
{
    public static void Write(Utf8JsonWriter json, in MarketContext market)
    {
        json.WriteStartObject();
        json.WriteString("at"u8, market.Timestamp);
        json.WriteNumber("date"u8, market.Date.DayNumber);
        json.WriteNumber("phase"u8, (int)market.Phase);
        json.WriteNumber("group"u8, (int)market.PhaseGroup);
        json.WriteNumber("mode"u8, (int)market.Mode);
        json.WriteNumber("seasons"u8, (int)market.Seasons);
        json.WriteStartArray("events"u8);
        foreach (var known in market.Events)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, known.Name);
            json.WriteString("at"u8, known.At);
            json.WriteBoolean("confirmed"u8, known.Confirmed);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteBoolean("trading_day"u8, market.IsTradingDay);
        json.WriteBoolean("market_open"u8, market.IsMarketOpen);
        json.WriteBoolean("early_close"u8, market.IsEarlyClose);
        json.WriteBoolean("is_holiday"u8, market.IsHoliday);
        json.WriteString("holiday"u8, market.Holiday);
        json.WriteBoolean("weekend"u8, market.IsWeekend);
        json.WriteBoolean("confirmed"u8, market.IsConfirmed);
        Write(json, "open"u8, market.Open);
        Write(json, "close"u8, market.Close);
        Write(json, "next_open"u8, market.NextOpen);
        Write(json, "next_close"u8, market.NextClose);
        json.WriteNumber("entries"u8, (int)market.Entries);
        json.WriteStartArray("entries_named"u8);
        foreach (var phase in market.EntriesNamed)
        {
            json.WriteNumberValue((int)phase);
        }

        json.WriteEndArray();
        json.WriteString("reason"u8, market.Reason);
        json.WriteEndObject();
    }

    public static MarketContext Read(JsonElement json) => new()
    {
        Timestamp = json.GetProperty("at"u8).GetDateTimeOffset(),
        Date = DateOnly.FromDayNumber(json.GetProperty("date"u8).GetInt32()),
        Phase = (Phase)json.GetProperty("phase"u8).GetInt32(),
        PhaseGroup = (PhaseGroup)json.GetProperty("group"u8).GetInt32(),
        Mode = (Mode)json.GetProperty("mode"u8).GetInt32(),
        Seasons = (Season)json.GetProperty("seasons"u8).GetInt32(),
        Events = Events(json.GetProperty("events"u8)),
        IsTradingDay = json.GetProperty("trading_day"u8).GetBoolean(),
        IsMarketOpen = json.GetProperty("market_open"u8).GetBoolean(),
        IsEarlyClose = json.GetProperty("early_close"u8).GetBoolean(),
        IsHoliday = json.GetProperty("is_holiday"u8).GetBoolean(),
        Holiday = json.GetProperty("holiday"u8).GetString(),
        IsWeekend = json.GetProperty("weekend"u8).GetBoolean(),
        IsConfirmed = json.GetProperty("confirmed"u8).GetBoolean(),
        Open = Instant(json, "open"u8),
        Close = Instant(json, "close"u8),
        NextOpen = Instant(json, "next_open"u8),
        NextClose = Instant(json, "next_close"u8),
        Entries = (EntryPolicy)json.GetProperty("entries"u8).GetInt32(),
        EntriesNamed = Phases(json.GetProperty("entries_named"u8)),
        Reason = json.GetProperty("reason"u8).GetString()!,
    };

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, DateTimeOffset? instant)
    {
        if (instant is { } value)
        {
            json.WriteString(name, value);
        }
    }

    private static DateTimeOffset? Instant(JsonElement json, ReadOnlySpan<byte> name) =>
        json.TryGetProperty(name, out var instant) ? instant.GetDateTimeOffset() : null;

    private static List<MarketEvent> Events(JsonElement json)
    {
        var events = new List<MarketEvent>(json.GetArrayLength());
        foreach (var known in json.EnumerateArray())
        {
            events.Add(new(
                known.GetProperty("name"u8).GetString()!, known.GetProperty("at"u8).GetDateTimeOffset(),
                known.GetProperty("confirmed"u8).GetBoolean()));
        }

        return events;
    }

    private static Phase[] Phases(JsonElement json)
    {
        var phases = new Phase[json.GetArrayLength()];
        for (var i = 0; i < phases.Length; i++)
        {
            phases[i] = (Phase)json[i].GetInt32();
        }

        return phases;
    }
}

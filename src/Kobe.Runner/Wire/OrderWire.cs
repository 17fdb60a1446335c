using System.Text.Json;
using Kobe.Contracts;
using Kobe.Runner.Lane;

namespace Kobe.Runner.Wire;

/// <summary>Orders and what goes with them: from the brain to its runner.</summary>
internal static class OrderWire
{
    public static void Write(Utf8JsonWriter json, AttemptOrder order)
    {
        json.WriteStartObject();
        json.WriteString("t"u8, "order"u8);
        json.WriteNumber("ticket"u8, order.Ticket);
        if (order.InDoubt is not null)
        {
            json.WriteString("in_doubt"u8, order.InDoubt);
        }

        json.WriteString("handler"u8, order.Handler);
        json.WriteString("key"u8, order.Key);
        json.WriteString("task"u8, order.Task);
        json.WriteString("due"u8, order.DueAt);
        json.WriteString("deadline"u8, order.Deadline);
        json.WriteNumber("attempt"u8, order.Attempt);
        json.WriteNumber("start"u8, order.Start);
        if (order.Arguments.ValueKind == JsonValueKind.Object)
        {
            json.WritePropertyName("args"u8);
            order.Arguments.WriteTo(json);
        }

        json.WriteString("at"u8, order.Market.Timestamp);
        if (order.Now is { } now)
        {
            json.WriteString("now"u8, now);
        }

        if (order.KillAt is { } killAt)
        {
            json.WriteString("kill_at"u8, killAt);
        }

        json.WriteEndObject();
    }

    /// <summary>Reads an order. Its arguments belong to the document, which must outlive the run.</summary>
    /// <param name="json">The message.</param>
    /// <param name="market">What was told of the market last; the order has the instant.</param>
    public static AttemptOrder Read(JsonElement json, in MarketContext market) => new()
    {
        Ticket = json.GetProperty("ticket"u8).GetInt64(),
        InDoubt = json.TryGetProperty("in_doubt"u8, out var doubt) ? doubt.GetString() : null,
        Handler = json.GetProperty("handler"u8).GetString()!,
        Key = json.GetProperty("key"u8).GetString()!,
        Task = json.GetProperty("task"u8).GetString()!,
        DueAt = json.GetProperty("due"u8).GetDateTimeOffset(),
        Deadline = json.GetProperty("deadline"u8).GetDateTimeOffset(),
        Attempt = json.GetProperty("attempt"u8).GetInt32(),
        Start = json.GetProperty("start"u8).GetInt32(),
        Arguments = json.TryGetProperty("args"u8, out var arguments) ? arguments : default,
        Market = market with { Timestamp = json.GetProperty("at"u8).GetDateTimeOffset() },
        Now = json.TryGetProperty("now"u8, out var now) ? now.GetDateTimeOffset() : null,
        KillAt = json.TryGetProperty("kill_at"u8, out var killAt) ? killAt.GetDateTimeOffset() : null,
    };

    /// <summary>What the market is doing: told when it has changed, which is a few times a day.</summary>
    public static void WriteMarket(Utf8JsonWriter json, in MarketContext market)
    {
        json.WriteStartObject();
        json.WriteString("t"u8, "market"u8);
        json.WritePropertyName("market"u8);
        MarketWire.Write(json, market);
        json.WriteEndObject();
    }

    public static MarketContext ReadMarket(JsonElement json) => MarketWire.Read(json.GetProperty("market"u8));

    public static void WriteFact(Utf8JsonWriter json, string name, string value, DateTimeOffset at, string by)
    {
        json.WriteStartObject();
        json.WriteString("t"u8, "fact"u8);
        json.WriteString("name"u8, name);
        json.WritePropertyName("value"u8);
        json.WriteRawValue(value);
        json.WriteString("at"u8, at);
        json.WriteString("by"u8, by);
        json.WriteEndObject();
    }

    public static void WriteFactGone(Utf8JsonWriter json, string name)
    {
        json.WriteStartObject();
        json.WriteString("t"u8, "fact"u8);
        json.WriteString("name"u8, name);
        json.WriteEndObject();
    }

    /// <summary>Reads a change of one fact; without a value the fact is gone.</summary>
    public static KeyValuePair<string, PublishedFact?> ReadFact(JsonElement json)
    {
        var name = json.GetProperty("name"u8).GetString()!;
        return new(name, !json.TryGetProperty("value"u8, out var value) ? null : new(
            name,
            value.Clone(),
            json.GetProperty("at"u8).GetDateTimeOffset(),
            json.GetProperty("by"u8).GetString()!));
    }

    /// <summary>The spare becomes the one that runs: it takes the lane's lock and gets the secrets.</summary>
    public static void WriteActivate(
        Utf8JsonWriter json, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> secrets)
    {
        json.WriteStartObject();
        json.WriteString("t"u8, "activate"u8);
        json.WriteStartObject("secrets"u8);
        foreach (var (plugin, values) in secrets)
        {
            json.WriteStartObject(plugin);
            foreach (var (name, value) in values)
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void ReadSecrets(JsonElement json, SecretShelf shelf)
    {
        foreach (var plugin in json.GetProperty("secrets"u8).EnumerateObject())
        {
            foreach (var secret in plugin.Value.EnumerateObject())
            {
                shelf.Put(plugin.Name, secret.Name, secret.Value.GetString() ?? "");
            }
        }
    }
}

using System.Text.Json;
using Kobe.Contracts;
using Kobe.Core.Catalogues;
using Kobe.Runner.Lane;

namespace Kobe.Runner.Wire;

/// <summary>What a runner tells besides answers: what it can do, what its handlers say, and why it ends.</summary>
internal static class ReportWire
{
    public static void WriteHello(Utf8JsonWriter json, Catalogue catalogue)
    {
        json.WriteStartObject();
        json.WriteString("t"u8, "hello"u8);
        json.WritePropertyName("catalogue"u8);
        CatalogueJson.Write(json, catalogue);
        json.WriteEndObject();
    }

    public static void WriteActive(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("t"u8, "active"u8);
        json.WriteEndObject();
    }

    public static void WriteCrash(Utf8JsonWriter json, string? plugin, string error)
    {
        json.WriteStartObject();
        json.WriteString("t"u8, "crash"u8);
        json.WriteString("plugin"u8, plugin);
        json.WriteString("error"u8, error);
        json.WriteEndObject();
    }

    public static void WriteLog(Utf8JsonWriter json, long ticket, LogLevel level, string message)
    {
        Begin(json, "log"u8, ticket);
        json.WriteNumber("level"u8, (int)level);
        json.WriteString("text"u8, message);
        json.WriteEndObject();
    }

    public static void WriteProgress(Utf8JsonWriter json, long ticket, double fraction, string? text)
    {
        Begin(json, "progress"u8, ticket);
        json.WriteNumber("fraction"u8, fraction);
        json.WriteString("text"u8, text);
        json.WriteEndObject();
    }

    public static void WriteNotice(Utf8JsonWriter json, long ticket, Urgency urgency, string text)
    {
        Begin(json, "notify"u8, ticket);
        json.WriteNumber("urgency"u8, (int)urgency);
        json.WriteString("text"u8, text);
        json.WriteEndObject();
    }

    public static void WriteDiscovery(Utf8JsonWriter json, long ticket, Discovery discovery)
    {
        Begin(json, "discover"u8, ticket);
        json.WriteString("kind"u8, discovery.Kind);
        json.WriteString("title"u8, discovery.Title);
        json.WriteString("detail"u8, discovery.Detail);
        json.WriteEndObject();
    }

    public static void WriteOverran(Utf8JsonWriter json, long ticket)
    {
        Begin(json, "overran"u8, ticket);
        json.WriteEndObject();
    }

    /// <summary>Passes a report on; false when it is no report.</summary>
    public static bool TryRead(string? type, JsonElement json, ILaneListener listener)
    {
        switch (type)
        {
            case "log":
                listener.Logged(Ticket(json), (LogLevel)json.GetProperty("level"u8).GetInt32(), Text(json)!);
                return true;
            case "progress":
                listener.Progressed(Ticket(json), json.GetProperty("fraction"u8).GetDouble(), Text(json));
                return true;
            case "notify":
                listener.Notified(Ticket(json), (Urgency)json.GetProperty("urgency"u8).GetInt32(), Text(json)!);
                return true;
            case "discover":
                listener.Discovered(Ticket(json), new(
                    json.GetProperty("kind"u8).GetString()!,
                    json.GetProperty("title"u8).GetString()!,
                    json.GetProperty("detail"u8).GetString()));
                return true;
            case "overran":
                listener.Overran(Ticket(json));
                return true;
            default:
                return false;
        }
    }

    private static void Begin(Utf8JsonWriter json, ReadOnlySpan<byte> type, long ticket)
    {
        json.WriteStartObject();
        json.WriteString("t"u8, type);
        json.WriteNumber("ticket"u8, ticket);
    }

    private static long Ticket(JsonElement json) => json.GetProperty("ticket"u8).GetInt64();

    private static string? Text(JsonElement json) => json.GetProperty("text"u8).GetString();
}

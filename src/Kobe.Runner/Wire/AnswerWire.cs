using System.Text.Json;
using Kobe.Contracts;
using Kobe.Runner.Lane;

namespace Kobe.Runner.Wire;

/// <summary>The answer to an order: from a runner to its brain.</summary>
internal static class AnswerWire
{
    public static void Write(Utf8JsonWriter json, long ticket, AttemptAnswer answer)
    {
        json.WriteStartObject();
        json.WriteString("t"u8, "answer"u8);
        json.WriteNumber("ticket"u8, ticket);
        json.WriteNumber("end"u8, (int)answer.End);
        WriteText(json, "reason"u8, answer.Reason);
        WriteText(json, "error"u8, answer.Error);
        if (answer.Until is { } until)
        {
            json.WriteString("until"u8, until);
        }

        if (answer.Evidence is not null)
        {
            json.WritePropertyName("evidence"u8);
            json.WriteRawValue(answer.Evidence, skipInputValidation: true);
        }

        if (answer.Facts.Count > 0)
        {
            json.WriteStartObject("facts"u8);
            foreach (var (name, value) in answer.Facts)
            {
                json.WritePropertyName(name);
                json.WriteRawValue(value, skipInputValidation: true);
            }

            json.WriteEndObject();
        }

        if (answer.Reconciled is { } reconciled)
        {
            json.WriteNumber("reconciled"u8, (int)reconciled);
        }

        if (answer.Now is { } now)
        {
            json.WriteString("now"u8, now);
        }

        if (answer.Spent)
        {
            json.WriteBoolean("spent"u8, true);
        }

        json.WriteEndObject();
    }

    public static (long Ticket, AttemptAnswer Answer) Read(JsonElement json) =>
        (json.GetProperty("ticket"u8).GetInt64(), new((AttemptEnd)json.GetProperty("end"u8).GetInt32())
        {
            Reason = Text(json, "reason"u8),
            Error = Text(json, "error"u8),
            Until = json.TryGetProperty("until"u8, out var until) ? until.GetDateTimeOffset() : null,
            Evidence = json.TryGetProperty("evidence"u8, out var evidence) ? evidence.GetRawText() : null,
            Facts = ReadFacts(json),
            Reconciled = json.TryGetProperty("reconciled"u8, out var reconciled)
                ? (ReconcileAnswer)reconciled.GetInt32()
                : null,
            Now = json.TryGetProperty("now"u8, out var now) ? now.GetDateTimeOffset() : null,
            Spent = json.TryGetProperty("spent"u8, out _),
        });

    private static SortedDictionary<string, string> ReadFacts(JsonElement json)
    {
        var facts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (json.TryGetProperty("facts"u8, out var values))
        {
            foreach (var fact in values.EnumerateObject())
            {
                facts[fact.Name] = fact.Value.GetRawText();
            }
        }

        return facts;
    }

    private static void WriteText(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static string? Text(JsonElement json, ReadOnlySpan<byte> name) =>
        json.TryGetProperty(name, out var text) ? text.GetString() : null;
}

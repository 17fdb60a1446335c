using System.Text.Json;

namespace Kobe.Plugins.Journals;

/// <summary>What looks over many lines need of one.</summary>
/// <param name="Event">The event's name, such as <c>started</c>.</param>
/// <param name="At">When it was written (UTC).</param>
internal readonly record struct JournalNote(string Event, DateTimeOffset At)
{
    /// <summary>The occurrence's key; null for events of none.</summary>
    public string? Key { get; private init; }

    /// <summary>The row's id, for events of a task and not of an occurrence.</summary>
    public string? TaskNamed { get; private init; }

    public DateTimeOffset? Due { get; private init; }

    public DateTimeOffset? Expires { get; private init; }

    /// <summary>How an attempt ended, such as <c>failed</c>.</summary>
    public string? Result { get; private init; }

    /// <summary>What follows: <c>final</c>, <c>queued_again</c>, <c>held</c>, <c>reconcile</c>.</summary>
    public string? Next { get; private init; }

    /// <summary>The final state, when it is one.</summary>
    public string? State { get; private init; }

    public string? Reason { get; private init; }

    public string? Error { get; private init; }

    /// <summary>How a held one was resolved.</summary>
    public string? How { get; private init; }

    /// <summary>Who did it.</summary>
    public string? By { get; private init; }

    /// <summary>What was asked for, of a control event.</summary>
    public string? Verb { get; private init; }

    public string? Subject { get; private init; }

    /// <summary>How many, where one line stands for several.</summary>
    public long Count { get; private init; }

    public long DurationMs { get; private init; }

    public long Attempt { get; private init; }

    /// <summary>The row's id.</summary>
    public string Task =>
        TaskNamed ?? (Key is null ? "" : Key[..Math.Max(0, Key.IndexOf('@', StringComparison.Ordinal))]);

    /// <summary>The civil date of the occurrence, <c>2026-11-20</c>; empty for events of none.</summary>
    public string Day => Key?.IndexOf('@', StringComparison.Ordinal) is { } at and >= 0 && Key.Length >= at + 11
        ? Key.Substring(at + 1, 10)
        : "";

    /// <summary>The final state that this line gives its occurrence; null when it goes on.</summary>
    public string? Final => Event switch
    {
        "closed" => State,
        "ended" or "reconciled" => Next == "final" ? State : null,
        "resolved" => How switch { "done" => "succeeded", "drop" => "cancelled", _ => null },
        _ => null,
    };

    /// <summary>When a line was written; null when it is none.</summary>
    public static DateTimeOffset? TimeOf(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line, isFinalBlock: false, default);
        return Begin(ref reader, out var at) ? at : null;
    }

    /// <summary>Reads a line whose event is wanted.</summary>
    /// <param name="line">The line, without its line feed.</param>
    /// <param name="wanted">The names of the events that are wanted.</param>
    /// <param name="note">What it says.</param>
    /// <returns>False when it is another's, or no whole line.</returns>
    public static bool TryRead(ReadOnlySpan<byte> line, IReadOnlyList<string> wanted, out JournalNote note)
    {
        note = default;
        var reader = new Utf8JsonReader(line);
        try
        {
            if (!Begin(ref reader, out var at) || !reader.Read() || !reader.ValueTextEquals("e"u8) || !reader.Read())
            {
                return false;
            }

            foreach (var name in wanted)
            {
                if (reader.ValueTextEquals(name))
                {
                    note = Members(ref reader, new(name, at));
                    return true;
                }
            }

            return false;
        }
        catch (Exception torn) when (torn is JsonException or FormatException or InvalidOperationException)
        {
            // One on its way to the disk, or damage, which monitoring.integrity tells of.
            return false;
        }
    }

    // {"seq":1,"at":"…"
    private static bool Begin(ref Utf8JsonReader reader, out DateTimeOffset at)
    {
        at = default;
        try
        {
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject
                && reader.Read() && reader.ValueTextEquals("seq"u8) && reader.Read()
                && reader.Read() && reader.ValueTextEquals("at"u8) && reader.Read()
                && reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out at);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static JournalNote Members(ref Utf8JsonReader reader, JournalNote note)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            var known = Known(name);
            reader.Read();
            if (known is null || reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }

            note = With(ref reader, note, known);
        }

        return note;
    }

    private static string? Known(ReadOnlySpan<byte> name)
    {
        foreach (var (text, bytes) in Names)
        {
            if (name.SequenceEqual(bytes))
            {
                return text;
            }
        }

        return null;
    }

    private static JournalNote With(ref Utf8JsonReader reader, in JournalNote note, string member) => member switch
    {
        "key" => note with { Key = reader.GetString() },
        "task" => note with { TaskNamed = reader.GetString() },
        "due" => note with { Due = reader.GetDateTimeOffset() },
        "expires" => note with { Expires = reader.GetDateTimeOffset() },
        "result" => note with { Result = reader.GetString() },
        "next" => note with { Next = reader.GetString() },
        "state" => note with { State = reader.GetString() },
        "reason" => note with { Reason = reader.GetString() },
        "error" => note with { Error = reader.GetString() },
        "how" => note with { How = reader.GetString() },
        "by" => note with { By = reader.GetString() },
        "verb" => note with { Verb = reader.GetString() },
        "subject" => note with { Subject = reader.GetString() },
        "count" => note with { Count = reader.GetInt64() },
        "duration_ms" => note with { DurationMs = reader.GetInt64() },
        "attempt" => note with { Attempt = reader.GetInt64() },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static readonly (string Text, byte[] Bytes)[] Names =
    [
        .. new[]
        {
            "key", "due", "state", "reason", "attempt", "result", "next", "duration_ms", "error", "expires", "task",
            "how", "by", "verb", "subject", "count",
        }.Select(name => (name, System.Text.Encoding.UTF8.GetBytes(name))),
    ];
}

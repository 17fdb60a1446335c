using System.Text;
using System.Text.Json;

namespace Kobe.Core.Runs;

/// <summary>An event as one JSON object, written by hand: the members' order is part of the format.</summary>
public static class RunEventText
{
    private const int KeyBytesMax = OccurrenceKey.TextLengthMax;

    /// <summary>Writes the object: <c>seq</c>, <c>at</c>, <c>e</c>, then the event's own members.</summary>
    /// <param name="writer">A writer without indentation, standing where a value may stand.</param>
    /// <param name="seq">The sequence number.</param>
    /// <param name="what">The event.</param>
    public static void Write(Utf8JsonWriter writer, long seq, RunEvent what)
    {
        writer.WriteStartObject();
        writer.WriteNumber(RunMembers.Seq, seq);
        Instant(writer, RunMembers.At, what.At);
        writer.WriteString(RunMembers.E, RunEventNames.Of(what));
        switch (what)
        {
            case RunEvent.Started started: Write(writer, started); break;
            case RunEvent.Ended ended: Write(writer, ended); break;
            case RunEvent.Queued queued: Write(writer, queued); break;
            case RunEvent.Closed closed: Write(writer, closed); break;
            case RunEvent.Planned planned: Instant(writer, RunMembers.Watermark, planned.Watermark); break;
            default: RunEventRareText.Write(writer, what); break;
        }

        writer.WriteEndObject();
    }

    internal static void Instant(Utf8JsonWriter writer, JsonEncodedText name, DateTimeOffset instant) =>
        writer.WriteString(name, instant.UtcDateTime);

    internal static void Key(Utf8JsonWriter writer, JsonEncodedText name, OccurrenceKey key)
    {
        // A key is ASCII and at most KeyBytesMax long, or it could not be read back: the ledger refuses such a key.
        Span<byte> text = stackalloc byte[KeyBytesMax];
        if (key.Task.Length + key.Slot.Length + 11 > text.Length)
        {
            throw new ArgumentException($"The key {key} is longer than {KeyBytesMax} characters.", nameof(key));
        }

        var length = Encoding.UTF8.GetBytes(key.Task, text);
        text[length++] = (byte)'@';
        key.Date.TryFormat(text[length..], out var date, "yyyy-MM-dd");
        length += date;
        length += Encoding.UTF8.GetBytes(key.Slot, text[length..]);
        writer.WriteString(name, text[..length]);
    }

    internal static void Due(
        Utf8JsonWriter writer, OccurrenceKey key, DateTimeOffset due, DateTimeOffset expires, int priority)
    {
        Key(writer, RunMembers.Key, key);
        Instant(writer, RunMembers.Due, due);
        Instant(writer, RunMembers.Expires, expires);
        writer.WriteNumber(RunMembers.Priority, priority);
    }

    internal static void Next(Utf8JsonWriter writer, NextStep next)
    {
        writer.WriteString(RunMembers.Next, RunWords.Nexts[(int)next.Kind]);
        if (next.Kind == NextKind.Final)
        {
            writer.WriteString(RunMembers.State, RunWords.FinalStates[(int)next.State]);
        }
        else if (next.Kind == NextKind.QueuedAgain)
        {
            Instant(writer, RunMembers.NextAt, next.At);
        }
    }

    private static void Write(Utf8JsonWriter writer, RunEvent.Queued queued) =>
        Due(writer, queued.Key, queued.Due, queued.Expires, queued.Priority);

    private static void Write(Utf8JsonWriter writer, RunEvent.Closed closed)
    {
        Key(writer, RunMembers.Key, closed.Key);
        Instant(writer, RunMembers.Due, closed.Due);
        writer.WriteString(RunMembers.State, RunWords.FinalStates[(int)closed.State]);
        writer.WriteString(RunMembers.Reason, closed.Reason);
        if (closed.Into is { } into)
        {
            Key(writer, RunMembers.Into, into);
        }
    }

    private static void Write(Utf8JsonWriter writer, RunEvent.Started started)
    {
        Key(writer, RunMembers.Key, started.Key);
        writer.WriteNumber(RunMembers.Start, started.Start);
        writer.WriteNumber(RunMembers.Attempt, started.Attempt);
    }

    private static void Write(Utf8JsonWriter writer, RunEvent.Ended ended)
    {
        Key(writer, RunMembers.Key, ended.Key);
        writer.WriteNumber(RunMembers.Start, ended.Start);
        writer.WriteNumber(RunMembers.Attempt, ended.Attempt);
        writer.WriteString(RunMembers.Result, RunWords.Results[(int)ended.Result]);
        Next(writer, ended.Next);
        writer.WriteNumber(RunMembers.DurationMs, ended.DurationMs);
        RunEventRareText.Maybe(writer, RunMembers.Reason, ended.Reason);
        RunEventRareText.Maybe(writer, RunMembers.Error, ended.Error);
        if (ended.Crashed)
        {
            writer.WriteBoolean(RunMembers.Crashed, true);
        }

        if (ended.Payload is { } payload)
        {
            RunEventRareText.Write(writer, payload);
        }
    }
}

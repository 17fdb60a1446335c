using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;

namespace Kobe.Core.Runs;

/// <summary>A ledger as one JSON object, sorted wherever a hash table would decide the order.</summary>
/// <remarks>
/// Only to start faster and to compare: never read for a decision, never edited. Instants are 100 ns ticks of UTC. A
/// run is an array: slot, state, due, since, starts, attempts; an open one has nine more (see <c>Write</c>).
/// </remarks>
internal static class LedgerSnapshot
{
    /// <summary>Raised with every change of the form: an older checkpoint is then rebuilt, never guessed at.</summary>
    public const int Format = 1;

    public static byte[] Write(Ledger ledger)
    {
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        using (var writer = new Utf8JsonWriter(buffer, JsonWriting.Options))
        {
            writer.WriteStartObject();
            writer.WriteNumber("format", Format);
            ledger.WriteTo(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    public static string HashOf(ReadOnlySpan<byte> snapshot) => Convert.ToHexStringLower(SHA256.HashData(snapshot));

    public static void Write(Utf8JsonWriter writer, DayBook book)
    {
        writer.WriteStartObject();
        writer.WriteString("date", book.Date.ToString("yyyy-MM-dd"));
        writer.WriteNumber("first", book.FirstSeq);
        Numbers(writer, "finals", book.Finals);
        writer.WriteNumber("pending", book.Pending);
        writer.WriteNumber("held", book.Held);
        writer.WriteStartArray("tasks");
        foreach (var day in book.Tasks.Values.OrderBy(day => day.Task, StringComparer.Ordinal))
        {
            writer.WriteStartObject();
            writer.WriteString("id", day.Task);
            writer.WriteNumber("bulk", day.Bulk);
            writer.WriteNumber("through", day.BulkThrough.UtcTicks);
            writer.WriteString("claim", day.Claim);
            writer.WriteNumber("started", day.Started);
            writer.WriteStartArray("runs");
            foreach (var run in day.Runs())
            {
                Write(writer, run);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, TaskStanding task)
    {
        writer.WriteStartObject();
        writer.WriteString("id", task.Task);
        writer.WriteString("last", task.LastKey?.ToString());
        Maybe(writer, "started", task.LastStartedAt);
        Maybe(writer, "ended", task.LastEndedAt);
        writer.WriteNumber("result", (int?)task.LastResult ?? -1);
        writer.WriteNumber("final", (int?)task.LastFinal ?? -1);
        writer.WriteNumber("failures", task.Failures);
        Write(writer, "quarantine", task.Quarantine);
        Write(writer, "disabled", task.Disabled);
        Numbers(writer, "crashes", [.. task.Crashes.Select(crash => crash.UtcTicks)]);
        writer.WriteNumber("touched", task.Touched.UtcTicks);
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, Controls controls)
    {
        writer.WriteStartObject("controls");
        writer.WriteStartArray("pause");
        if (controls.Pause is { } pause)
        {
            writer.WriteNumberValue(pause.At.UtcTicks);
            writer.WriteNumberValue(pause.All ? 1 : 0);
            Maybe(writer, pause.Until);
            writer.WriteStringValue(pause.By);
            writer.WriteStringValue(pause.Reason);
        }

        writer.WriteEndArray();
        writer.WriteNumber("trading", (int)controls.Trading);
        Write(writer, "set_by", controls.TradingSetBy);
        writer.WriteNumber("exits_approved", controls.ExitsApproved ? 1 : 0);
        writer.WriteEndObject();
    }

    public static void Numbers(Utf8JsonWriter writer, string name, ReadOnlySpan<long> numbers)
    {
        writer.WriteStartArray(name);
        foreach (var number in numbers)
        {
            writer.WriteNumberValue(number);
        }

        writer.WriteEndArray();
    }

    public static void Maybe(Utf8JsonWriter writer, string name, DateTimeOffset? instant)
    {
        writer.WritePropertyName(name);
        Maybe(writer, instant);
    }

    private static void Maybe(Utf8JsonWriter writer, DateTimeOffset? instant)
    {
        if (instant is { } given)
        {
            writer.WriteNumberValue(given.UtcTicks);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private static void Write(Utf8JsonWriter writer, string name, ControlMark? mark)
    {
        writer.WriteStartArray(name);
        if (mark is not null)
        {
            writer.WriteNumberValue(mark.At.UtcTicks);
            writer.WriteStringValue(mark.By);
            writer.WriteStringValue(mark.Reason);
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, Run run)
    {
        var isFinal = run.State == RunState.Final;
        writer.WriteStartArray();
        writer.WriteStringValue(run.Key.Slot);
        writer.WriteStringValue(isFinal ? RunWords.FinalStates[(int)run.Final] : RunWords.RunStates[(int)run.State]);
        writer.WriteNumberValue(run.Due.UtcTicks);
        writer.WriteNumberValue(run.Since.UtcTicks);
        writer.WriteNumberValue(run.Starts);
        writer.WriteNumberValue(run.Attempts);
        if (!isFinal)
        {
            writer.WriteNumberValue(run.Expires.UtcTicks);
            writer.WriteNumberValue(run.Priority);
            writer.WriteNumberValue(run.QueuedAt.UtcTicks);
            Maybe(writer, run.RetryAt);
            writer.WriteNumberValue(run.Snoozes);
            writer.WriteNumberValue(run.Preemptions);
            writer.WriteStringValue(run.By);
            writer.WriteNumberValue(run.Force ? 1 : 0);
            writer.WriteStringValue(run.Args?.Value);
        }

        writer.WriteEndArray();
    }
}

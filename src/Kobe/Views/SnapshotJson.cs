using System.Text.Json;
using Kobe.Brain;
using Kobe.CommandLine;
using Kobe.Core.Runs;
using Kobe.Logging;

namespace Kobe.Views;

/// <summary>The parts of a snapshot that several documents have in common.</summary>
internal static class SnapshotJson
{
    private static readonly (FinalState State, string Name)[] Finals =
        [.. Enum.GetValues<FinalState>().Select(state => (state, state.ToString().ToLowerInvariant()))];

    public static void WriteCurrent(this Utf8JsonWriter writer, BrainSnapshot snapshot)
    {
        if (snapshot.Current is not { } run)
        {
            writer.WriteNull("current");
            return;
        }

        writer.WriteStartObject("current");
        writer.WriteString("key", run.Key);
        writer.WriteString("task", run.Task);
        writer.WriteNumber("attempt", run.Attempt);
        writer.WriteString("startedAt", Instants.Text(run.StartedAt, snapshot.Zone));
        writer.WriteNumber("timeoutSeconds", run.Timeout.TotalSeconds);
        writer.WriteEndObject();
    }

    public static void WriteQueue(this Utf8JsonWriter writer, BrainSnapshot snapshot)
    {
        writer.WriteStartArray("queue");
        foreach (var run in snapshot.Queue)
        {
            writer.WriteStartObject();
            writer.WriteString("key", run.Key);
            writer.WriteString("task", run.Task);
            writer.WriteNumber("priority", run.Priority);
            writer.WriteNumber("effectivePriority", run.EffectivePriority);
            writer.WriteString("dueAt", Instants.Text(run.DueAt, snapshot.Zone));
            writer.WriteString("expiresAt", Instants.Text(run.ExpiresAt, snapshot.Zone));
            writer.WriteNumber("attempt", run.Attempt);
            writer.WriteString("waitingFor", run.WaitingFor);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>What falls due next; with the seconds until then when an instant is given to count from.</summary>
    public static void WriteNext(this Utf8JsonWriter writer, BrainSnapshot snapshot, DateTimeOffset? now)
    {
        if (snapshot.Next is not { } next)
        {
            writer.WriteNull("next");
            return;
        }

        writer.WriteStartObject("next");
        writer.WriteString("key", next.Key);
        writer.WriteString("task", next.Task);
        writer.WriteString("dueAt", Instants.Text(next.DueAt, snapshot.Zone));
        if (now is { } from)
        {
            writer.WriteNumber("inSeconds", Math.Round((next.DueAt - from).TotalSeconds, 1));
        }

        writer.WriteEndObject();
    }

    public static void WriteSchedule(this Utf8JsonWriter writer, BrainSnapshot snapshot)
    {
        var schedule = snapshot.Schedule;
        writer.WriteStartObject("schedule");
        writer.WriteNumber("tasks", schedule.Tasks);
        writer.WriteNumber("handlers", schedule.Handlers);
        writer.WriteNumber("files", schedule.Files);
        writer.WriteString("loadedAt", Instants.Text(schedule.LoadedAt, snapshot.Zone));
        writer.WriteString("hash", schedule.Hash);
        writer.WriteEndObject();
    }

    public static void WriteToday(this Utf8JsonWriter writer, Tally today)
    {
        writer.WriteStartObject("today");
        writer.WriteNumber("planned", today.Planned);
        foreach (var (state, name) in Finals)
        {
            writer.WriteNumber(name, today[state]);
        }

        writer.WriteNumber("held", today.Held);
        writer.WriteNumber("pending", today.Pending);
        writer.WriteEndObject();
    }

    public static void WriteErrors(this Utf8JsonWriter writer, BrainSnapshot snapshot, Redaction redaction)
    {
        writer.WriteStartArray("lastErrors");
        foreach (var error in snapshot.LastErrors)
        {
            writer.WriteStartObject();
            writer.WriteString("key", error.Key);
            writer.WriteString("error", redaction.Clean(error.Error));
            writer.WriteString("at", Instants.Text(error.At, snapshot.Zone));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>A value that a handler gave, without secrets.</summary>
    public static void WriteValue(this Utf8JsonWriter writer, string name, JsonText value, Redaction redaction)
    {
        writer.WritePropertyName(name);
        var clean = redaction.Clean(value.Value);
        try
        {
            writer.WriteRawValue(clean);
        }
        catch (JsonException)
        {
            // A secret that was a number, or a member's name, leaves no JSON behind.
            writer.WriteStringValue(Redaction.Mark);
        }
    }
}

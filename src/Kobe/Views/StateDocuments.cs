using System.Text.Json;
using Kobe.Brain;
using Kobe.CommandLine;
using Kobe.Core.Runs;
using Kobe.Core.Schedules;
using Kobe.Logging;

namespace Kobe.Views;

/// <summary>The documents that stand as files in the state directory.</summary>
/// <param name="redaction">What is taken out of texts of others.</param>
internal sealed class StateDocuments(Redaction redaction)
{
    /// <summary>heartbeat.json: that the loop turned <paramref name="loopAge"/> ago.</summary>
    public static void Heartbeat(Utf8JsonWriter writer, BrainSnapshot snapshot, DateTimeOffset now, TimeSpan loopAge)
    {
        writer.WriteStartObject();
        writer.WriteString("timestamp", Instants.Text(now, snapshot.Zone));
        writer.WriteBoolean("alive", true);
        writer.WriteNumber("cycles", snapshot.Cycles);
        writer.WriteString("last_task", snapshot.LastTask);
        writer.WriteString("mode", snapshot.Context.Mode.ToString());
        writer.WriteString("phase", snapshot.Context.Phase.ToString());
        writer.WriteNumber("queue", snapshot.QueueCount);
        writer.WriteNumber("overdue", snapshot.Overdue?.Count ?? 0);
        writer.WriteNumber("loop_age_ms", (long)loopAge.TotalMilliseconds);
        writer.WriteNumber("pid", snapshot.Pid);
        writer.WriteString("version", snapshot.Version);
        writer.WriteEndObject();
    }

    /// <summary>scheduler_state.json: the last run of each task.</summary>
    public void SchedulerState(Utf8JsonWriter writer, BrainSnapshot snapshot)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("tasks");
        foreach (var task in snapshot.Records.Tasks)
        {
            writer.WriteStartObject(task.Task);
            writer.WriteString("lastKey", task.LastKey);
            writer.WriteString("lastStartedAt", Instants.Text(task.LastStartedAt, snapshot.Zone));
            writer.WriteString("lastEndedAt", Instants.Text(task.LastEndedAt, snapshot.Zone));
            writer.WriteString("lastResult", task.LastResult);
            writer.WriteString("lastFinal", task.LastFinal);
            writer.WriteNumber("failures", task.Failures);
            writer.WriteString("quarantine", Clean(task.Quarantine));
            writer.WriteString("disabled", Clean(task.Disabled));
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>tasks.json: the rows in force, for whoever wants to know what a task is.</summary>
    public static void Tasks(Utf8JsonWriter writer, BrainSnapshot snapshot)
    {
        writer.WriteStartObject();
        writer.WriteString("hash", snapshot.Schedule.Hash);
        writer.WriteStartArray("tasks");
        foreach (var task in snapshot.Rows?.Schedule.Tasks ?? [])
        {
            writer.WriteStartObject();
            writer.WriteString("id", task.Id);
            writer.WriteString("handler", task.Run);
            writer.WriteString("category", TaskSettings.Word(task.Category));
            writer.WriteString("kind", task.Kind is { } kind ? TaskSettings.Word(kind) : null);
            writer.WriteBoolean("enabled", task.Enabled);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>task_queue.json: what is queued, in order.</summary>
    public static void TaskQueue(Utf8JsonWriter writer, BrainSnapshot snapshot)
    {
        writer.WriteStartObject();
        writer.WriteNumber("queueCount", snapshot.QueueCount);
        writer.WriteQueue(snapshot);
        writer.WriteEndObject();
    }

    /// <summary>brain_state.json: started, cycles, version, watermark, and what else is worth knowing later.</summary>
    public void BrainState(Utf8JsonWriter writer, BrainSnapshot snapshot)
    {
        writer.WriteStartObject();
        writer.WriteString("at", Instants.Text(snapshot.At, snapshot.Zone));
        writer.WriteNumber("pid", snapshot.Pid);
        writer.WriteString("version", snapshot.Version);
        writer.WriteString("startedAt", Instants.Text(snapshot.StartedAt, snapshot.Zone));
        writer.WriteNumber("cycles", snapshot.Cycles);
        writer.WriteString("watermark", Instants.Text(snapshot.Watermark, snapshot.Zone));
        writer.WriteBoolean("paused", snapshot.Paused);
        writer.WriteString("tradingState", snapshot.TradingState);
        writer.WriteCurrent(snapshot);
        writer.WriteNext(snapshot, null);
        writer.WriteSchedule(snapshot);
        writer.WriteToday(snapshot.Today);
        writer.WriteErrors(snapshot, redaction);
        writer.WriteEndObject();
    }

    /// <summary>discoveries.json: the last findings, oldest first.</summary>
    public void Discoveries(Utf8JsonWriter writer, BrainSnapshot snapshot)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("discoveries");
        foreach (var discovery in snapshot.Records.Discoveries)
        {
            Discovery(writer, discovery, snapshot.Zone);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>One finding; a line of discoveries.log.</summary>
    public void Discovery(Utf8JsonWriter writer, FoundDiscovery discovery, TimeZoneInfo zone)
    {
        writer.WriteStartObject();
        writer.WriteString("at", Instants.Text(discovery.At, zone));
        writer.WriteString("by", discovery.By.ToString());
        writer.WriteValue("value", discovery.Value, redaction);
        writer.WriteEndObject();
    }

    /// <summary>facts/NAME.json: the last value, by whom and when.</summary>
    public void Fact(Utf8JsonWriter writer, LastFact fact, TimeZoneInfo zone)
    {
        writer.WriteStartObject();
        writer.WriteString("name", fact.Name);
        writer.WriteValue("value", fact.Value, redaction);
        writer.WriteString("at", Instants.Text(fact.At, zone));
        writer.WriteString("by", fact.By.ToString());
        writer.WriteEndObject();
    }

    private string? Clean(string? text) => text is null ? null : redaction.Clean(text);
}

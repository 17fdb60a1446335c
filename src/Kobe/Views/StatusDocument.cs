using System.Text.Json;
using Kobe.Brain;
using Kobe.CommandLine;
using Kobe.Logging;

namespace Kobe.Views;

/// <summary>What <c>kobe status</c> and <c>/api/v1/status</c> say of a running brain.</summary>
internal static class StatusDocument
{
    /// <summary>The document.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="snapshot">The brain's last turn.</param>
    /// <param name="now">The instant from which spans count.</param>
    /// <param name="redaction">What is taken out of texts of others.</param>
    public static void Write(Utf8JsonWriter writer, BrainSnapshot snapshot, DateTimeOffset now, Redaction redaction)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("running", true);
        writer.WriteNumber("pid", snapshot.Pid);
        writer.WriteString("version", snapshot.Version);
        writer.WriteString("startedAt", Instants.Text(snapshot.StartedAt, snapshot.Zone));
        writer.WriteNumber("uptimeSeconds", Math.Max(0, (long)(now - snapshot.StartedAt).TotalSeconds));
        writer.WriteNumber("cycles", snapshot.Cycles);
        writer.WriteBoolean("paused", snapshot.Paused);
        writer.WriteString("tradingState", snapshot.TradingState);
        writer.WriteStrings("blocked", snapshot.Blocked.Select(redaction.Clean));
        writer.WriteBoolean("ready", snapshot.IsReady);
        writer.WriteStrings("notReady", snapshot.NotReady.Select(redaction.Clean));
        writer.WriteStrings("degraded", snapshot.Degraded.Select(redaction.Clean));
        writer.WritePropertyName("context");
        AwarenessView.Write(writer, snapshot.Context, snapshot.Zone);
        writer.WriteCurrent(snapshot);
        writer.WriteNumber("queueCount", snapshot.QueueCount);
        writer.WriteNumber("overdue", snapshot.Overdue?.Count ?? 0);
        writer.WriteQueue(snapshot);
        writer.WriteNext(snapshot, now);
        writer.WriteSchedule(snapshot);
        writer.WriteToday(snapshot.Today);
        writer.WriteErrors(snapshot, redaction);
        writer.WriteEndObject();
    }
}

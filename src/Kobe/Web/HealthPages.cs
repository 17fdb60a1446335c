using System.Text.Json;
using Kobe.Brain;
using Kobe.CommandLine;
using Kobe.Core.Health;
using Kobe.Logging;
using Kobe.Views;
using Microsoft.AspNetCore.Http;

namespace Kobe.Web;

/// <summary><c>/health</c> and its two short forms: 200 when well, 503 when not.</summary>
/// <param name="board">Where the loop shows itself.</param>
/// <param name="health">Judges.</param>
/// <param name="redaction">What is taken out of texts of others.</param>
internal sealed class HealthPages(BrainBoard board, BrainHealth health, Redaction redaction)
{
    public IEnumerable<Route> Routes() =>
    [
        new("GET", "/health", Access.Open, All, "How the brain does; more with a token"),
        new("GET", "/health/live", Access.Open, Live, "Whether the loop turns"),
        new("GET", "/health/ready", Access.Open, Ready, "Whether tasks run"),
    ];

    /// <summary>The whole answer; what names tasks or paths only for those who may read.</summary>
    public void Write(Utf8JsonWriter writer, HealthReport report, Access access)
    {
        var snapshot = board.Current;
        var details = access >= Access.Read ? snapshot : null;
        writer.WriteStartObject();
        writer.WriteString("status", Name(report.Status));
        Check(writer, "live", report.Live, () => Milliseconds(writer, "loopAgeMs", board.LoopAge));
        Check(writer, "progress", report.Progress, () =>
        {
            writer.WriteNumber("overdue", snapshot?.Overdue?.Count ?? 0);
            if (details?.Overdue is { } overdue)
            {
                writer.WriteString("oldest", overdue.OldestKey);
                writer.WriteString("oldestDueAt", Instants.Text(overdue.OldestDueAt, details.Zone));
            }
        });
        Check(writer, "journal", report.Journal, () =>
        {
            writer.WriteNumber("lastSeq", snapshot?.Journal.LastSeq ?? 0);
            Milliseconds(writer, "lastSyncMs", snapshot?.Journal.LastSync);
            Detail(writer, details?.Journal.Failure);
        });
        Check(writer, "accounting", report.Accounting, () =>
        {
            writer.WriteNumber("breaches", snapshot?.Breaches ?? 0);
            Detail(writer, details?.FirstBreach);
        });
        Check(writer, "heartbeat", report.Heartbeat, null);
        Check(writer, "other", report.Other, () =>
        {
            if (details is not null)
            {
                writer.WriteStrings("reasons", details.Degraded.Select(redaction.Clean));
            }
        });
        writer.WriteStartObject("queue");
        writer.WriteNumber("count", snapshot?.QueueCount ?? 0);
        if (details is not null)
        {
            writer.WriteQueue(details);
        }

        writer.WriteEndObject();
        if (details is not null)
        {
            writer.WriteErrors(details, redaction);
        }

        writer.WriteEndObject();
    }

    private Task All(HttpContext context, Access access)
    {
        var report = health.Judge();
        return Answer.Json(context, Code(report.Status), writer => Write(writer, report, access));
    }

    private Task Live(HttpContext context, Access access)
    {
        var live = health.Judge().Live;
        return Answer.Json(context, Code(live.Status), writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("status", Name(live.Status));
            writer.WriteString("reason", live.Reason);
            Milliseconds(writer, "loopAgeMs", board.LoopAge);
            writer.WriteEndObject();
        });
    }

    private Task Ready(HttpContext context, Access access)
    {
        var live = health.Judge().Live;
        var reasons = board.Current is not { } snapshot ? ["The brain is starting."]
            : live.Status == HealthStatus.Unhealthy ? [live.Reason, .. snapshot.NotReady]
            : snapshot.NotReady;
        return Answer.Json(context, reasons.Count == 0 ? 200 : 503, writer =>
        {
            writer.WriteStartObject();
            writer.WriteBoolean("ready", reasons.Count == 0);
            writer.WriteNumber("reasonCount", reasons.Count);
            if (access >= Access.Read)
            {
                writer.WriteStrings("reasons", reasons.Select(redaction.Clean));
            }

            writer.WriteEndObject();
        });
    }

    private static void Check(Utf8JsonWriter writer, string name, HealthCheck check, Action? more)
    {
        writer.WriteStartObject(name);
        writer.WriteString("status", Name(check.Status));
        writer.WriteString("reason", check.Reason);
        more?.Invoke();
        writer.WriteEndObject();
    }

    private static void Milliseconds(Utf8JsonWriter writer, string name, TimeSpan? span)
    {
        if (span is { } known)
        {
            writer.WriteNumber(name, Math.Round(known.TotalMilliseconds, 1));
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private void Detail(Utf8JsonWriter writer, string? text)
    {
        if (text is not null)
        {
            writer.WriteString("detail", redaction.Clean(text));
        }
    }

    private static string Name(HealthStatus status) => status switch
    {
        HealthStatus.Healthy => "healthy",
        HealthStatus.Degraded => "degraded",
        _ => "unhealthy",
    };

    // Degraded work goes on: a supervisor that restarts on 503 must not be called for it.
    private static int Code(HealthStatus status) => status == HealthStatus.Unhealthy ? 503 : 200;
}

using System.Globalization;
using System.Text;
using Kobe.Brain;
using Kobe.Core.Runs;
using Microsoft.AspNetCore.Http;

namespace Kobe.Web;

/// <summary><c>/metrics</c> in Prometheus' text form: counts and ages, no names of tasks.</summary>
/// <param name="board">Where the loop shows itself.</param>
/// <param name="metrics">What is counted since the start.</param>
/// <param name="alerts">How many alerts were sent, and how many wait.</param>
internal sealed class MetricsPages(BrainBoard board, BrainMetrics metrics, Func<(long Sent, long Waiting)> alerts)
{
    public IEnumerable<Route> Routes() =>
    [
        new("GET", "/metrics", Access.Open, Respond, "Counts and ages for Prometheus"),
    ];

    /// <summary>All of it.</summary>
    public string Text()
    {
        var text = new StringBuilder(8 * 1024);
        if (board.Current is { } snapshot)
        {
            Gauges(text, snapshot);
        }

        if (board.LoopAge is { } age)
        {
            Gauge(text, "kobe_loop_age_seconds", "Since the loop's last turn.", age.TotalSeconds);
        }

        Head(text, "kobe_start_lateness_seconds", "histogram", "Start minus due, of first starts by the schedule.");
        metrics.Lateness.Write(text, "kobe_start_lateness_seconds");
        Head(text, "kobe_run_duration_seconds", "histogram", "How long attempts ran, by how they ended.");
        foreach (var (result, histogram) in metrics.Durations)
        {
            histogram.Write(text, "kobe_run_duration_seconds", $"result=\"{result}\",");
        }

        Head(text, "kobe_journal_sync_seconds", "histogram", "How long syncs of the journal take.");
        metrics.Sync.Write(text, "kobe_journal_sync_seconds");
        Head(text, "kobe_outcomes_total", "counter", "Occurrences that ended, by how and why.");
        foreach (var ((state, reason), count) in metrics.Outcomes)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"kobe_outcomes_total{{state=\"{state}\",reason=\"{reason}\"}} {count}\n");
        }

        Counter(text, "kobe_runners_gone_total", "Runner processes that went away.", metrics.RunnersGone);
        var (sent, waiting) = alerts();
        Counter(text, "kobe_alerts_sent_total", "Alerts that reached a channel.", sent);
        Gauge(text, "kobe_alerts_waiting", "Alerts that wait for a channel.", waiting);
        return text.ToString();
    }

    private Task Respond(HttpContext context, Access access)
    {
        var bytes = Encoding.UTF8.GetBytes(Text());
        var response = context.Response;
        response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
        response.ContentLength = bytes.Length;
        response.Headers.CacheControl = "no-store";
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }

    private void Gauges(StringBuilder text, BrainSnapshot snapshot)
    {
        var now = board.Time.GetUtcNow();
        Gauge(text, "kobe_queue_depth", "Occurrences that wait.", snapshot.QueueCount);
        Gauge(text, "kobe_queue_age_seconds", "How long ago the first that waits fell due.",
            snapshot.Queue is [var first, ..] ? Math.Max(0, (now - first.DueAt).TotalSeconds) : 0);
        Gauge(text, "kobe_queue_ready", "Occurrences that wait for the lane alone.", snapshot.Overdue?.Count ?? 0);
        Gauge(text, "kobe_lane_busy", "1 while a handler runs.", snapshot.Current is null ? 0 : 1);
        Gauge(text, "kobe_paused", "1 while starts are paused.", snapshot.Paused ? 1 : 0);
        Gauge(text, "kobe_trading_state", "0 ACTIVE, 1 REDUCING, 2 HALTED.",
            Enum.TryParse<TradingState>(snapshot.TradingState, out var state) ? (int)state : 2);
        Gauge(text, "kobe_accounting_breaches", "Occurrences missing from the accounting.", snapshot.Breaches);
        Gauge(text, "kobe_journal_seq", "The number of the journal's last event.", snapshot.Journal.LastSeq);
        Gauge(text, "kobe_tasks", "Rows in force.", snapshot.Schedule.Tasks);
        Gauge(text, "kobe_uptime_seconds", "Since the start.", (now - snapshot.StartedAt).TotalSeconds);
        Counter(text, "kobe_loop_turns_total", "Turns of the loop.", snapshot.Cycles);
    }

    private static void Gauge(StringBuilder text, string name, string about, double value)
    {
        Head(text, name, "gauge", about);
        text.Append(CultureInfo.InvariantCulture, $"{name} {Math.Round(value, 6)}\n");
    }

    private static void Counter(StringBuilder text, string name, string about, long value)
    {
        Head(text, name, "counter", about);
        text.Append(CultureInfo.InvariantCulture, $"{name} {value}\n");
    }

    private static void Head(StringBuilder text, string name, string type, string about) =>
        text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {about}\n# TYPE {name} {type}\n");
}

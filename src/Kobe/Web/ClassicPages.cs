using Kobe.Brain;
using Kobe.CommandLine;
using Kobe.Logging;
using Microsoft.AspNetCore.Http;

namespace Kobe.Web;

/// <summary>Two of the six classic paths; the others are where what they do is done.</summary>
/// <param name="board">Where the loop shows itself.</param>
/// <param name="redaction">What is taken out of texts of others.</param>
internal sealed class ClassicPages(BrainBoard board, Redaction redaction)
{
    public IEnumerable<Route> Routes() =>
    [
        new("GET", "/scheduler/status", Access.Read, Status, "Running, paused, and what runs now"),
        new("GET", "/scheduler/next-run", Access.Read, NextRun, "What falls due next, in seconds and minutes"),
    ];

    private Task Status(HttpContext context, Access access) => Answer.Shown(context, board, snapshot =>
        Answer.Json(context, 200, writer =>
        {
            writer.WriteStartObject();
            writer.WriteBoolean("running", true);
            writer.WriteBoolean("paused", snapshot.Paused);
            writer.WriteString("tradingState", snapshot.TradingState);
            writer.WriteStrings("blocked", snapshot.Blocked.Select(redaction.Clean));
            writer.WriteString("current", snapshot.Current?.Key);
            writer.WriteNumber("queued", snapshot.QueueCount);
            writer.WriteNumber("cycles", snapshot.Cycles);
            writer.WriteString("startedAt", Instants.Text(snapshot.StartedAt, snapshot.Zone));
            writer.WriteString("lastTask", snapshot.LastTask);
            writer.WriteEndObject();
        }));

    private Task NextRun(HttpContext context, Access access) => Answer.Shown(context, board, snapshot =>
        Answer.Json(context, 200, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("task", snapshot.Next?.Task);
            writer.WriteString("key", snapshot.Next?.Key);
            writer.WriteString("nextRun", Instants.Text(snapshot.Next?.DueAt, snapshot.Zone));
            if (snapshot.Next is { } next)
            {
                var left = next.DueAt - board.Time.GetUtcNow();
                writer.WriteNumber("seconds", Math.Round(left.TotalSeconds, 1));
                writer.WriteNumber("minutes", Math.Round(left.TotalMinutes, 2));
            }
            else
            {
                writer.WriteNull("seconds");
                writer.WriteNull("minutes");
            }

            writer.WriteEndObject();
        }));
}

using System.Globalization;
using System.Threading.Channels;
using Kobe.Brain;
using Kobe.Core.Runs;
using Kobe.History;
using Kobe.Logging;
using Microsoft.AspNetCore.Http;

namespace Kobe.Web;

/// <summary>What became of one occurrence; who wants to wait for its end may.</summary>
/// <param name="journal">The journal's folder.</param>
/// <param name="board">Where the loop shows itself.</param>
/// <param name="feed">Tells when something happens.</param>
/// <param name="redaction">What is taken out of texts of others.</param>
internal sealed class RunPages(string journal, BrainBoard board, EventFeed feed, Redaction redaction)
{
    private const int WaitSecondsMax = 60;

    public IEnumerable<Route> Routes() =>
    [
        new("GET", "/api/v1/runs/{id}", Access.Read, Run, "The attempts of one occurrence")
        {
            Fields = [new("wait", "integer", $"Waits for its end, this many seconds at most, up to {WaitSecondsMax}")],
        },
    ];

    private async Task Run(HttpContext context, Access access)
    {
        var text = Route.IdOf(context);
        if (!OccurrenceKey.TryParse(text, out var key))
        {
            throw new WebRefusal(400, "Wrong key", "A key looks like backup@2026-11-20T09:35.");
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        limit.CancelAfter(TimeSpan.FromSeconds(Wait(context)));
        var watcher = Wait(context) > 0 ? feed.Watch() : null;
        try
        {
            // Watched first, then read: what ends in between is seen.
            var rows = Read(key);
            while (watcher is not null && !IsOver(rows)
                && await Touched(watcher, key, limit.Token).ConfigureAwait(false))
            {
                rows = Read(key);
            }

            if (rows.Count == 0 && board.Current?.Queue.Any(queued => queued.Key == text) != true)
            {
                throw new WebRefusal(404, "Not found", $"Nothing is known of {key}.");
            }

            var zone = board.Current?.Zone ?? TimeZoneInfo.Utc;
            await Answer.Json(context, 200, writer => HistoryView.Write(writer, rows, zone, redaction))
                .ConfigureAwait(false);
        }
        finally
        {
            if (watcher is not null)
            {
                feed.Leave(watcher);
            }
        }
    }

    private IReadOnlyList<HistoryRow> Read(OccurrenceKey key) =>
        HistoryReader.Read(journal, new(key.Date, key.Date) { Key = key, Limit = HistoryQuery.LimitMax });

    private static bool IsOver(IReadOnlyList<HistoryRow> rows) =>
        rows is [{ IsFinal: true } or { Outcome: "held" }, ..];

    private static async Task<bool> Touched(Channel<FeedItem> watcher, OccurrenceKey key, CancellationToken limit)
    {
        try
        {
            await foreach (var item in watcher.Reader.ReadAllAsync(limit).ConfigureAwait(false))
            {
                var touched = item.Event switch
                {
                    RunEvent.Ended ended => ended.Key,
                    RunEvent.Closed closed => closed.Key,
                    RunEvent.Resolved resolved => resolved.Key,
                    RunEvent.Reconciled reconciled => reconciled.Key,
                    _ => default,
                };
                if (touched == key)
                {
                    return true;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The time is over, or the caller went away.
        }

        return false;
    }

    private static int Wait(HttpContext context) => context.Request.Query["wait"] is not [{ Length: > 0 } text] ? 0
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= WaitSecondsMax
            ? seconds
            : throw new WebRefusal(400, "Wrong value", $"'wait' must be 0 to {WaitSecondsMax} seconds.");
}

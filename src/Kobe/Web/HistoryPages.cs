using Kobe.Brain;
using Kobe.History;
using Kobe.Journals;
using Kobe.Logging;
using Kobe.Views;
using Microsoft.AspNetCore.Http;

namespace Kobe.Web;

/// <summary>What has happened: read from the journal's files, never from the loop.</summary>
/// <param name="journal">The journal's folder.</param>
/// <param name="board">Where the loop shows itself.</param>
/// <param name="redaction">What is taken out of texts of others.</param>
internal sealed class HistoryPages(string journal, BrainBoard board, Redaction redaction)
{
    private const int UsualDays = 7;
    private const int DaysMax = 400;

    // A year takes a second and its memory; health is asked beside them.
    private const int ReadersMax = 4;

    private readonly StateDocuments _documents = new(redaction);
    private int _readers;

    private static readonly Field From = new("from", "string", "The first civil date", "date");
    private static readonly Field To = new("to", "string", "The last civil date", "date");
    private static readonly Field TaskField = new("task", "string", "Only this task");
    private static readonly Field Limit = new("limit", "integer", "The newest so many");

    public IEnumerable<Route> Routes() =>
    [
        new("GET", "/api/v1/history", Access.Read, History, "What became of occurrences, the newest first")
        {
            Fields =
            [
                From, To, new("date", "string", "One civil date", "date"), TaskField,
                new("outcome", "string", "Only this outcome"), Limit,
            ],
        },
        new("GET", "/api/v1/stats", Access.Read, Stats, "Success, durations and lateness by task and day")
        {
            Fields = [From, To, TaskField],
        },
        new("GET", "/scheduler/stats", Access.Read, Stats, "As /api/v1/stats") { Fields = [From, To, TaskField] },
        new("GET", "/api/v1/audit", Access.Read, Audit, "Who changed what, and why") { Fields = [From, Limit] },
        new("GET", "/api/v1/facts", Access.Read, Facts, "The last value of each fact"),
    ];

    private Task History(HttpContext context, Access access)
    {
        var query = Query(context);
        return Read(context, () => HistoryReader.Read(journal, query),
            (rows, zone) => Answer.Json(context, 200, writer => HistoryView.Write(writer, rows, zone, redaction)));
    }

    private Task Stats(HttpContext context, Access access)
    {
        var query = Query(context);
        return Read(context, () => HistoryReader.All(journal, query),
            (rows, _) => Answer.Json(context, 200, writer => StatsView.Write(writer, rows, query.From, query.To)));
    }

    private Task Audit(HttpContext context, Access access)
    {
        var from = Asked.Date(context, "from", Today().AddDays(-UsualDays));
        var limit = Asked.Number(context, "limit", HistoryQuery.UsualLimit, 1, HistoryQuery.LimitMax);
        return Read(context, () => HistoryReader.Audit(journal, from, limit),
            (changes, zone) => Answer.Json(context, 200, writer => AuditView.Write(writer, changes, zone, redaction)));
    }

    private Task Facts(HttpContext context, Access access) => Answer.Json(context, 200, writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartArray("facts");
        foreach (var fact in board.Current?.Records.Facts ?? [])
        {
            _documents.Fact(writer, fact, Zone);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private async Task Read<T>(HttpContext context, Func<T> read, Func<T, TimeZoneInfo, Task> respond)
    {
        T found;
        try
        {
            found = Interlocked.Increment(ref _readers) <= ReadersMax ? read() : throw new WebRefusal(
                503, "Busy", $"{ReadersMax} others read the history now; ask again in a moment.");
        }
        catch (JournalCorruptException corrupt)
        {
            throw new WebRefusal(500, "Damaged journal", redaction.Clean(corrupt.Diagnostic.ToString()));
        }
        finally
        {
            Interlocked.Decrement(ref _readers);
        }

        await respond(found, Zone).ConfigureAwait(false);
    }

    private HistoryQuery Query(HttpContext context)
    {
        var (from, to) = Asked.Text(context, "date") is null
            ? Asked.Dates(context, Today().AddDays(1 - UsualDays), Today(), DaysMax)
            : (Asked.Date(context, "date", default), Asked.Date(context, "date", default));
        var outcome = Asked.Text(context, "outcome");
        return outcome is null || HistoryQuery.Outcomes.Contains(outcome)
            ? new(from, to)
            {
                Task = Asked.Text(context, "task"),
                Outcome = outcome,
                Limit = Asked.Number(context, "limit", HistoryQuery.UsualLimit, 1, HistoryQuery.LimitMax),
            }
            : throw new WebRefusal(400, "Wrong value",
                $"'outcome' must be one of {string.Join(", ", HistoryQuery.Outcomes)}.");
    }

    private TimeZoneInfo Zone => board.Current?.Zone ?? TimeZoneInfo.Utc;

    private DateOnly Today() =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(board.Time.GetUtcNow(), Zone).DateTime);
}

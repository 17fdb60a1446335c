using System.Text.Json;
using Kobe.Core.Text;

namespace Kobe.Core.Runs;

/// <summary>Reads back the parts that <see cref="LedgerSnapshot"/> wrote.</summary>
internal static class SnapshotReader
{
    public static long Number(ref SnapshotCursor cursor, string name)
    {
        cursor.Name(name);
        return cursor.Number();
    }

    public static int Int(ref SnapshotCursor cursor, string name) => checked((int)Number(ref cursor, name));

    public static bool Flag(ref SnapshotCursor cursor, string name) => Number(ref cursor, name) != 0;

    public static DateTimeOffset? MaybeInstant(ref SnapshotCursor cursor, string name)
    {
        cursor.Name(name);
        return cursor.MaybeInstant();
    }

    public static string Text(ref SnapshotCursor cursor, string name)
    {
        cursor.Name(name);
        return cursor.Text();
    }

    public static string? MaybeText(ref SnapshotCursor cursor, string name)
    {
        cursor.Name(name);
        return cursor.MaybeText();
    }

    public static void Array(ref SnapshotCursor cursor, string name)
    {
        cursor.Name(name);
        cursor.Open(JsonTokenType.StartArray);
    }

    public static long[] Numbers(ref SnapshotCursor cursor, string name)
    {
        var numbers = new List<long>();
        Array(ref cursor, name);
        while (!cursor.AtEnd)
        {
            numbers.Add(cursor.Number());
        }

        cursor.Close();
        return [.. numbers];
    }

    public static Controls Controls(ref SnapshotCursor cursor)
    {
        cursor.Name("controls");
        cursor.Open(JsonTokenType.StartObject);
        Array(ref cursor, "pause");
        var pause = cursor.AtEnd ? null : new PauseMark(
            cursor.Instant(), cursor.Number() != 0, cursor.MaybeInstant(), cursor.Text(), cursor.Text());
        cursor.Close();
        var controls = new Controls(
            pause, (TradingState)Int(ref cursor, "trading"), Mark(ref cursor, "set_by"),
            Flag(ref cursor, "exits_approved"));
        cursor.Close();
        return controls;
    }

    public static DayBook Day(ref SnapshotCursor cursor, Action<Run> adopt)
    {
        cursor.Open(JsonTokenType.StartObject);
        cursor.Expect(DateText.TryParse(Text(ref cursor, "date"), out var date));
        var book = new DayBook(date, Number(ref cursor, "first"));
        Numbers(ref cursor, "finals").CopyTo(book.Finals, 0);
        book.Pending = Int(ref cursor, "pending");
        book.Held = Int(ref cursor, "held");
        Array(ref cursor, "tasks");
        while (!cursor.AtEnd)
        {
            var day = TaskDay(ref cursor, date, adopt);
            book.Tasks.Add(day.Task, day);
        }

        cursor.Close();
        cursor.Close();
        return book;
    }

    public static TaskStanding Task(ref SnapshotCursor cursor)
    {
        cursor.Open(JsonTokenType.StartObject);
        var task = new TaskStanding(Text(ref cursor, "id"))
        {
            LastKey = MaybeText(ref cursor, "last") is { } key ? OccurrenceKey.Parse(key) : null,
            LastStartedAt = MaybeInstant(ref cursor, "started"),
            LastEndedAt = MaybeInstant(ref cursor, "ended"),
            LastResult = Int(ref cursor, "result") is >= 0 and var result ? (RunResult)result : null,
            LastFinal = Int(ref cursor, "final") is >= 0 and var final ? (FinalState)final : null,
            Failures = Int(ref cursor, "failures"),
            Quarantine = Mark(ref cursor, "quarantine"),
            Disabled = Mark(ref cursor, "disabled"),
        };
        foreach (var crash in Numbers(ref cursor, "crashes"))
        {
            task.Crash(new DateTimeOffset(crash, TimeSpan.Zero));
        }

        task.Touched = new DateTimeOffset(Number(ref cursor, "touched"), TimeSpan.Zero);
        cursor.Close();
        return task;
    }

    private static ControlMark? Mark(ref SnapshotCursor cursor, string name)
    {
        Array(ref cursor, name);
        var mark = cursor.AtEnd ? null : new ControlMark(cursor.Instant(), cursor.Text(), cursor.Text());
        cursor.Close();
        return mark;
    }

    private static TaskDay TaskDay(ref SnapshotCursor cursor, DateOnly date, Action<Run> adopt)
    {
        cursor.Open(JsonTokenType.StartObject);
        cursor.Name("id");
        var day = new TaskDay(cursor.Pooled(), date)
        {
            Bulk = Int(ref cursor, "bulk"),
            BulkThrough = new DateTimeOffset(Number(ref cursor, "through"), TimeSpan.Zero),
            Claim = MaybeText(ref cursor, "claim"),
            Started = Int(ref cursor, "started"),
        };
        Array(ref cursor, "runs");
        while (!cursor.AtEnd)
        {
            var run = Run(ref cursor, day.Task, date);
            day.Add(run);
            adopt(run);
        }

        cursor.Close();
        cursor.Close();
        return day;
    }

    private static Run Run(ref SnapshotCursor cursor, string task, DateOnly date)
    {
        cursor.Open(JsonTokenType.StartArray);
        var key = new OccurrenceKey(task, date, cursor.Pooled());
        var isFinal = cursor.TryWord(RunWords.FinalStates, out var final);
        var state = RunState.Final;
        cursor.Expect(isFinal || cursor.TryWord(RunWords.RunStates, out state));
        var run = new Run(key, cursor.Instant())
        {
            State = state,
            Final = final,
            Since = cursor.Instant(),
            Starts = cursor.Int(),
            Attempts = cursor.Int(),
        };
        if (!isFinal)
        {
            run.Expires = cursor.Instant();
            run.Priority = cursor.Int();
            run.QueuedAt = cursor.Instant();
            run.RetryAt = cursor.MaybeInstant();
            run.Snoozes = cursor.Int();
            run.Preemptions = cursor.Int();
            run.By = cursor.MaybeText();
            run.Force = cursor.Number() != 0;
            run.Args = cursor.MaybeText() is { } args && JsonText.TryParse(args, out var value, out _) ? value : null;
        }

        cursor.Close();
        return run;
    }
}

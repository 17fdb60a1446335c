using Kobe.Core.Runs;

namespace Kobe.Testing;

/// <summary>Histories that could have happened, from a seed: the ledger accepts every event where it stands.</summary>
internal sealed class Histories
{
    private static readonly string[] Tasks = ["backup", "data.pull", "desk.close-out", "monitoring.health", "report"];

    private readonly Random _random;
    private readonly Ledger _ledger = new();
    private readonly List<RunEvent> _events = [];
    private DateTimeOffset _now = new(2026, 11, 20, 14, 0, 0, TimeSpan.Zero);
    private int _slot;

    private Histories(int seed) => _random = new Random(seed);

    /// <summary>A history of about so many events, over as many days as it takes.</summary>
    public static IReadOnlyList<RunEvent> Of(int seed, int count)
    {
        var history = new Histories(seed);
        history.Add(new RunEvent.Booted(history._now, 1, "0.1.0", 17));
        history.Add(new RunEvent.Loaded(history._now, new string('a', 64), Tasks.Length));
        while (history._events.Count < count)
        {
            history.Step();
        }

        return history._events;
    }

    /// <summary>Folds events from an empty ledger.</summary>
    public static Ledger Fold(IEnumerable<RunEvent> events)
    {
        var ledger = new Ledger();
        foreach (var what in events)
        {
            ledger.Apply(ledger.Seq + 1, what);
        }

        return ledger;
    }

    private void Step()
    {
        _now += TimeSpan.FromTicks(_random.NextInt64(TimeSpan.TicksPerHour));
        if (_ledger.Running is { } running)
        {
            Add(End(running));
            return;
        }

        var open = _ledger.Open();
        var run = open.Count > 0 && _random.Next(3) > 0 ? open[_random.Next(open.Count)] : null;
        Add(run?.State switch
        {
            RunState.Queued when _random.Next(8) == 0 => new RunEvent.Closed(
                _now, run.Key, run.Due, (FinalState)_random.Next(1, 10), "lag 2h", run.Key),
            RunState.Queued => new RunEvent.Started(_now, run.Key, run.Starts + 1, run.Attempt),
            RunState.Reconciling => new RunEvent.Reconciled(
                _now, run.Key, run.Starts, ReconcileAnswer.Unknown, NextStep.Held),
            RunState.Held => new RunEvent.Resolved(_now, run.Key, (Resolution)_random.Next(3), "ann", "looked", _now),
            _ => Rest(),
        });
    }

    private RunEvent Rest() => _random.Next(30) switch
    {
        < 14 => new RunEvent.Queued(_now, Key(), _now, _now.AddHours(4), _random.Next(1, 11)),
        < 17 => new RunEvent.Closed(_now, Key(), _now, (FinalState)_random.Next(1, 10), "filter: phases"),
        < 20 => new RunEvent.Planned(_now, _ledger.Watermark > _now ? _ledger.Watermark.Value : _now),
        20 => new RunEvent.Triggered(_now, Key(), _now, _now.AddHours(1), 2, "ann", Json("{\"n\": 1}"), true),
        21 => new RunEvent.BulkMissed(_now, "backup", Date().AddDays(-20), 3, _now, "beyond look_back"),
        22 => new RunEvent.Quarantined(_now, Task(), "two crashes in 24 h"),
        23 => new RunEvent.Unquarantined(_now, Task(), "ann", "mended"),
        24 => new RunEvent.Control(_now, (ControlVerb)_random.Next(14), Task(), "ann", "wished", _now.AddHours(1)),
        25 => Back(),
        26 => new RunEvent.Booted(_now, _ledger.Boot + 1, "0.1.0", _random.Next(1, 9999)),
        27 => new RunEvent.Stopped(_now, "SIGTERM"),
        28 => new RunEvent.Loaded(_now, new string('b', 64), Tasks.Length),
        _ => new RunEvent.ClockStepped(_now, ClockStep.Suspend, TimeSpan.FromMinutes(5), _ledger.Epoch),
    };

    private RunEvent.ClockStepped Back()
    {
        var by = TimeSpan.FromMinutes(_random.Next(2, 90));
        _now -= by;
        return new RunEvent.ClockStepped(_now, ClockStep.Back, by, _ledger.Epoch + 1);
    }

    private RunEvent.Ended End(Run run)
    {
        var result = (RunResult)_random.Next(8);
        var next = result switch
        {
            RunResult.Succeeded => NextStep.Final(FinalState.Succeeded),
            RunResult.Skipped => NextStep.Final(FinalState.Skipped),
            RunResult.Cancelled => NextStep.Final(FinalState.Cancelled),
            RunResult.Unknown when _random.Next(2) == 0 => NextStep.Reconcile,
            RunResult.Unknown => NextStep.Held,
            RunResult.Fatal => NextStep.Final(FinalState.Failed),
            _ when run.Starts > 4 => NextStep.Final(FinalState.Failed),
            _ => NextStep.QueuedAgain(_now.AddMinutes(1)),
        };
        RunPayload? payload = null;
        if (result == RunResult.Succeeded)
        {
            RunPayload.TryCreate(
                Json("{\"rows\":3}"), [new PublishedFact("bars.daily", Json("[1, \"é\"]"))], [Json("\"a find\"")],
                out payload, out _);
        }

        return new RunEvent.Ended(
            _now, run.Key, run.Starts, run.Attempt, result, next, 12, "why \u001b[0m \u2028", "line\nbreak",
            result == RunResult.Unknown, payload);
    }

    private void Add(RunEvent what)
    {
        _ledger.Apply(_ledger.Seq + 1, what);
        _events.Add(what);
    }

    private OccurrenceKey Key() => new(Task(), Date(), $"/{++_slot}");

    private string Task() => Tasks[_random.Next(Tasks.Length)];

    private DateOnly Date() => DateOnly.FromDateTime(_now.UtcDateTime);

    private static JsonText Json(string text) =>
        JsonText.TryParse(text, out var value, out var problem) ? value : throw new FormatException(problem);
}

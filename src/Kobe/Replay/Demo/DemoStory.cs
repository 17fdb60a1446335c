using System.Globalization;
using Kobe.Brain;
using Kobe.Control;
using Kobe.Core.Runs;
using Kobe.Simulation;

namespace Kobe.Replay.Demo;

/// <summary>Tells the demo while it runs: what happens, and what to look at.</summary>
internal sealed class DemoStory
{
    private readonly DemoScript _script;
    private readonly TimeZoneInfo _zone;
    private readonly SimulatedClock _clock;
    private readonly string _state;
    private readonly Action<string> _tell;
    private readonly Dictionary<string, string> _told = new(StringComparer.Ordinal);
    private string? _stale;
    private int _runs;
    private int _due;

    /// <param name="script">What happens.</param>
    /// <param name="zone">The zone of the times that it tells.</param>
    /// <param name="clock">The replay's clock.</param>
    /// <param name="state">The demo's state directory.</param>
    /// <param name="tell">Takes each line.</param>
    public DemoStory(
        DemoScript script, TimeZoneInfo zone, SimulatedClock clock, string state, Action<string> tell)
    {
        (_script, _zone, _clock, _state, _tell) = (script, zone, clock, state, tell);
        Seen = new(script);
    }

    /// <summary>What of the incidents really happened.</summary>
    public DemoSeen Seen { get; }

    /// <summary>What is told, and done, at fixed times.</summary>
    public IReadOnlyList<ScriptedAct> Acts =>
    [
        Scene(_script.Open, "The market opens. Half an hour without entries, by rule."),
        Scene(_script.Open.AddMinutes(30), "Entries are allowed until 11:30, and again from then to 12:30."),
        Incident(_script.FeedStops, 1, "the price feed stands still", "Who looks at prices finds them old; entries "
            + "must not go out on them.", "history --task entries.primary"),
        Scene(_script.FeedGoesOn, "The price feed goes on."),
        Incident(_script.BrokerFails, 2, "the broker will take the next order and answer 500", "Nobody knows then "
            + "whether it was taken. The desk asks by the id that it wrote down before, and sends nothing twice.",
            "orders"),
        Incident(_script.ThrowsAt, 3, "a handler throws, twice", "Its row tries again after a minute, then two.",
            $"history --task {DemoScript.Throws}"),
        Incident(_script.HangsAt, 4, "a handler hangs and is deaf to its token", "At its time limit of 3 s its token "
            + "is cancelled, 2 s later its process is killed; the spare runner takes over.",
            $"history --task {DemoScript.Hangs}"),
        Control(_script.Halted, ControlVerb.Halt, "demo: the prices look wrong", 5, "a person halts trading",
            "Entries are skipped; reconciling and monitoring go on."),
        Control(_script.Activated, ControlVerb.Activate, "demo: the prices are right", 0, "", ""),
        Scene(_script.Close, "The market closes early. Reconciling, reports, learning, the night."),
    ];

    /// <summary>The journal's next event.</summary>
    public void Written(RunEvent what)
    {
        switch (what)
        {
            case RunEvent.Queued or RunEvent.Closed:
                _due++;
                break;
            case RunEvent.Started:
                _runs++;
                break;
            default:
                break;
        }

        if (TaskOf(what) is { } task && IsTold(task))
        {
            Seen.Take(what);
            Tell(what, task);
        }
    }

    /// <summary>The brain alerts.</summary>
    public void Raised(AlertLevel level, string text)
    {
        if (_clock.Wall >= _script.Open && _clock.Wall < _script.Close)
        {
            Line($"  alert: {text}");
        }
    }

    private static string? TaskOf(RunEvent what) => what switch
    {
        RunEvent.Started started => started.Key.Task,
        RunEvent.Ended ended => ended.Key.Task,
        RunEvent.Closed closed => closed.Key.Task,
        RunEvent.Reconciled reconciled => reconciled.Key.Task,
        _ => null,
    };

    private static bool IsTold(string task) => task is DemoScript.Throws or DemoScript.Hangs or DemoSeen.Freshness
        || DemoSeen.IsEntry(task);

    private void Tell(RunEvent what, string task)
    {
        switch (what)
        {
            case RunEvent.Ended ended when task == DemoSeen.Freshness:
                TellFreshness(ended);
                break;
            case RunEvent.Ended { Result: RunResult.Skipped } ended:
                TellOnce(ended.Key, $"skipped, {ended.Reason}");
                break;
            case RunEvent.Ended ended:
                Line($"  {ended.Key}: {Words(ended)}");
                break;
            case RunEvent.Closed closed:
                TellOnce(closed.Key, $"{closed.State.ToString().ToLowerInvariant()}, {closed.Reason}");
                break;
            default:
                break;
        }
    }

    // The same again is no news, and of a dozen rows that open positions two are enough to see what happens.
    private void TellOnce(OccurrenceKey key, string words)
    {
        if (key.Task is "entries.primary" or "power_hour.entries" && _told.GetValueOrDefault(key.Task) != words)
        {
            _told[key.Task] = words;
            Line($"  {key}: {words}");
        }
    }

    // It looks each minute: only a change is news.
    private void TellFreshness(RunEvent.Ended ended)
    {
        if (DemoSeen.StaleIn(ended) is not { } stale || stale == _stale)
        {
            return;
        }

        if (stale.Length > 0 || _stale is not null)
        {
            Line(stale.Length > 0
                ? $"  {ended.Key}: old prices of {stale.Count(letter => letter == ' ') + 1} symbols"
                : $"  {ended.Key}: all prices are fresh");
        }

        _stale = stale;
    }

    private static string Words(RunEvent.Ended ended)
    {
        var next = ended.Next.Kind switch
        {
            NextKind.QueuedAgain => string.Create(
                CultureInfo.InvariantCulture, $"; again in {(ended.Next.At - ended.At).TotalSeconds:0} s"),
            NextKind.Reconcile => "; its handler is asked what became of it",
            NextKind.Held => "; held for a person",
            _ => "",
        };
        var why = ended.Error ?? ended.Reason;
        return $"{ended.Result.ToString().ToLowerInvariant()}{(why is null ? "" : ", " + why)}"
            + $"{(ended.Crashed ? ", its process is killed" : "")}{next}{Counts(ended)}";
    }

    private static string Counts(RunEvent.Ended ended)
    {
        if (ended.Payload?.Evidence is not { } evidence)
        {
            return "";
        }

        using var document = System.Text.Json.JsonDocument.Parse(evidence.Value);
        return document.RootElement.TryGetProperty("counts", out var counts)
            ? " (" + string.Join(", ", counts.EnumerateObject().Select(count => $"{count.Name} {count.Value}")) + ")"
            : "";
    }

    private ScriptedAct Scene(DateTimeOffset at, string text) => new(at, _ =>
        Line($"{text} So far {_due} occurrences, {_runs} runs."));

    private ScriptedAct Incident(DateTimeOffset at, int number, string title, string text, string look) =>
        new(at, _ => Announce(number, title, text, look));

    private ScriptedAct Control(
        DateTimeOffset at, ControlVerb verb, string reason, int number, string title, string text) => new(at, inbox =>
        {
            if (number > 0)
            {
                Announce(number, title, text, "history --task power_hour.entries");
            }

            inbox.Post(new BrainMessage.Ask(
                new ControlRequest(verb, "", "demo", reason), answer => Line($"  {answer.Words}")));
        });

    private void Announce(int number, string title, string text, string look)
    {
        _tell("");
        Line($"INCIDENT {number}: {title}. {text}");
        var date = look.StartsWith("history", StringComparison.Ordinal) ? $" --date {_script.Date:yyyy-MM-dd}" : "";
        _tell($"          look: kobe {look}{date} --state {_state}");
    }

    private void Line(string text)
    {
        var time = TimeZoneInfo.ConvertTime(_clock.Wall, _zone).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        _tell($"{time}  {text}");
    }
}

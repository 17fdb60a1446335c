using Kobe.Brain;
using Kobe.Control;
using Kobe.Core.Runs;
using Kobe.Hosting;
using Kobe.Journals;
using Kobe.Simulation;
using Kobe.Testing;

namespace Kobe.Tests.Brain;

/// <summary>A brain on a simulated clock, a journal in memory, and handlers that do what the test says.</summary>
internal sealed class BrainStage
{
    // Turns without time passing: more than that is a loop that never sleeps.
    private const int IdleTurnsMax = 20_000;

    private readonly HeardAlerts _alerts = new();
    private Inbox _inbox = new();

    /// <summary>A stage that begins at an instant (UTC), with rows as <see cref="Rows"/> takes them.</summary>
    public BrainStage(string begin, params string[] rows)
    {
        Clock = new SimulatedClock(Days.Instant(begin));
        Roster = Rows.Roster(Clock.Wall, rows);
        Host = new ScriptedHost(Clock, request => Act(request));
    }

    public SimulatedClock Clock { get; }

    public MemoryJournalStore Store { get; } = new();

    public ScriptedHost Host { get; }

    public BrainSettings Settings { get; set; } = new() { Version = "0", Pid = 1 };

    public BrainLoop Loop { get; private set; } = null!;

    public Roster Roster { get; set; }

    /// <summary>What handlers do; all succeed after a second unless the test says otherwise.</summary>
    public Func<AttemptRequest, Script> Act { get; set; } = _ => Script.Ok;

    public List<RunEvent> Events { get; } = [];

    /// <summary>What the brain said to what it was asked.</summary>
    public List<ControlAnswer> Answers { get; } = [];

    /// <summary>The files that switch trading.</summary>
    public ITradingSwitch Switch { get; set; } = new NoSwitch();

    public List<string> Alerts => _alerts.Texts;

    public Ledger Ledger => Loop.State.Ledger;

    /// <summary>What handlers were called for, in order: <c>start a@… 1/1</c>.</summary>
    public List<string> Calls => Host.Calls;

    /// <summary>Starts, with the UTC time of day: <c>14:35:00 a@2026-11-20T09:35</c>.</summary>
    public List<string> Starts => [.. Events.OfType<RunEvent.Started>().Select(started =>
        $"{started.At.UtcDateTime:HH:mm:ss} {started.Key}")];

    /// <summary>Opens the journal and the loop.</summary>
    public BrainStage Boot()
    {
        var opened = Store.Open();
        var book = new Book(opened.Journal, opened.Ledger, TimeProvider.System) { Written = Events.Add };
        _inbox = new Inbox();
        Host.Forget();
        Host.Inbox = _inbox;
        var state = new BrainState(Settings, book, Roster, Host, _alerts, files: Switch);
        Loop = new BrainLoop(state, Clock, _inbox);
        Assert.True(Loop.Open());
        return this;
    }

    /// <summary>Lets the brain run until an instant of the simulated wall clock (UTC), or its end.</summary>
    public BrainStage Until(string instant) => For(Days.Instant(instant) - Clock.Wall);

    /// <summary>Lets the brain run for a while, or until its end.</summary>
    public BrainStage For(TimeSpan span)
    {
        var end = Clock.Mono + span;
        for (var idle = 0; !Loop.IsOver; idle++)
        {
            Loop.Turn();
            var sleep = Loop.NextWake(bounded: false);
            var toHost = Host.EndsAt - Clock.Mono;
            sleep = toHost < sleep ? toHost.Value : sleep;
            if (Clock.Mono + sleep > end)
            {
                Clock.Advance(end - Clock.Mono);
                return this;
            }

            idle = sleep > TimeSpan.Zero ? 0 : idle;
            Assert.True(idle < IdleTurnsMax, $"The loop does not sleep any more at {Clock.Wall:O}.");
            Clock.Advance(sleep);
            Host.Look();
        }

        return this;
    }

    /// <summary>Runs until the loop is over, at most a day.</summary>
    public BrainStage ToEnd()
    {
        For(TimeSpan.FromDays(1));
        Assert.True(Loop.IsOver, "The loop goes on after a day.");
        return this;
    }

    /// <summary>The wall clock is set.</summary>
    public BrainStage Step(TimeSpan by)
    {
        Clock.Step(by);
        return this;
    }

    public BrainStage Post(BrainMessage message)
    {
        _inbox.Post(message);
        return this;
    }

    public BrainStage Steer(ControlVerb verb, string subject = "", string? until = null) =>
        Ask(new(verb, subject, "ann", "test") { Until = until is null ? null : Days.Instant(until) });

    /// <summary>Asks for something; what the brain says to it comes to <see cref="Answers"/>.</summary>
    public BrainStage Ask(ControlRequest request) => Post(new BrainMessage.Ask(request, Answers.Add));

    public BrainStage Reload(params string[] rows)
    {
        Roster = Rows.Roster(Clock.Wall, rows);
        return Ask(new(ControlVerb.Reload, "", "ann", "test") { Roster = Roster });
    }

    public BrainStage Stop() => Post(new BrainMessage.Stop("SIGTERM"));

    /// <summary>The process is killed: what was written is kept. Time passes, then the brain starts again.</summary>
    public BrainStage KillAndBoot(TimeSpan down)
    {
        Clock.Advance(down);
        return Boot();
    }

    /// <summary>The machine loses power: what was not synced is lost.</summary>
    public BrainStage CrashAndBoot(TimeSpan down)
    {
        Store.Crash();
        return KillAndBoot(down);
    }

    /// <summary>Where an occurrence stands: its final state, or Queued, Held, …; null when it is not known.</summary>
    public string? StateOf(string key) => Ledger.Find(OccurrenceKey.Parse(key)) is not { } run ? null
        : run.State == RunState.Final ? run.Final.ToString() : run.State.ToString();

    /// <summary>Why an occurrence ended.</summary>
    public string? ReasonOf(string key) => Events.Where(what => what switch
        {
            RunEvent.Closed closed => closed.Key.ToString() == key,
            RunEvent.Ended ended => ended.Key.ToString() == key,
            _ => false,
        })
        .Select(what => what is RunEvent.Closed closed ? closed.Reason : ((RunEvent.Ended)what).Reason)
        .LastOrDefault();
}

using Kobe.Core.Runs;
using Kobe.Simulation.Faults;
using Kobe.Simulation.Laws;
using Kobe.Simulation.Reporting;

namespace Kobe.Simulation;

/// <summary>Drives the shipped loop through virtual time: turns it, lets time pass, lets things go wrong.</summary>
internal sealed class Simulator : IDisposable
{
    // Turns without a moment passing: more is a loop that no longer sleeps.
    private const int IdleTurnsMax = 200_000;

    private static readonly TimeSpan AuditEvery = TimeSpan.FromDays(1);

    // Often enough that a restart folds little and little is kept, seldom enough that cloning costs little.
    private static readonly TimeSpan CheckpointEvery = TimeSpan.FromDays(8);
    private const long CheckpointEvents = 16_384;

    private readonly SimulationPlan _plan;
    private readonly SimulatedClock _clock;
    private readonly OrderLog _log = new();
    private readonly Lives _lives;
    private readonly Misfortune _misfortune;
    private readonly Witness _witness;
    private readonly Scene _scene;
    private TimeSpan _auditAt = AuditEvery;
    private TimeSpan _checkpointAt = CheckpointEvery;
    private long _checkpointedEvents;
    private int _idleTurns;

    public Simulator(SimulationPlan plan)
    {
        _plan = plan;
        _clock = new(plan.From);
        var dice = new Dice(plan.Seed);
        var rates = plan.Faults.Drawn(dice.Split("swarm"));
        var truth = new Truth(plan.Roster);
        ISimulatedStore store = rates[FaultKind.TornWrite] > 0
            ? new ByteStore(Coverage, plan.Seams.Medium)
            : new EventStore();
        _scene = new Scene(_clock, store, truth);
        Statistics = new(plan.Roster.Calendars.Default.Calendar.Zone);
        _witness = new(_scene, _log, Statistics) { Finished = plan.Finished };
        var crash = new CrashPoint(Coverage);
        var facts = new SimulatedFacts(truth, dice.Split("facts"));
        var performer = new Performer(dice.Split("handlers"), rates, Coverage, plan.Durations);
        var host = new SimulatedHost(_clock, truth, _witness, performer, crash, facts);
        _lives = new(plan, _scene, store, _witness, host, crash, dice.Split("lives"), _log);
        _misfortune = new(_scene, _lives, _witness, crash, Coverage, rates, dice.Split("faults"), _log);
    }

    /// <summary>How often each point was reached at which something can go wrong.</summary>
    public NameCounts Coverage { get; } = new();

    public Statistics Statistics { get; }

    public LawCounts Laws => _witness.Counts;

    /// <summary>How often the brain started.</summary>
    public int Boots => _lives.Boots;

    public Ledger Ledger => _scene.State.Ledger;

    /// <summary>SHA-256 of all that happened, in its order.</summary>
    public string Digest() => _log.Digest();

    /// <summary>Runs to the end of the plan.</summary>
    /// <param name="progress">Told the simulated time once a simulated day.</param>
    public void Run(Action<DateTimeOffset>? progress = null)
    {
        var end = _plan.To - _plan.From;
        while (_clock.Mono < end && !_lives.IsRuined)
        {
            _lives.Look();
            var struck = _misfortune.Look();
            if (_lives.IsAlive && (struck || !_lives.Sleeps))
            {
                _lives.Turn();
            }

            var next = NextAt(end);
            if (next > _clock.Mono)
            {
                _idleTurns = 0;
                _clock.Advance(next - _clock.Mono);
            }
            else if (++_idleTurns > IdleTurnsMax)
            {
                _witness.Counts.Break(
                    Law.AccountHolds, _clock.Wall, $"The loop does not sleep any more: {Standing()}.");
                return;
            }

            _lives.Host.Look();
            if (_clock.Mono >= _auditAt)
            {
                _auditAt += AuditEvery;
                Keep();
                progress?.Invoke(_clock.Wall);
            }
        }

        Keep();
        _log.Add('E', _clock.Wall, "end");
    }

    public void Dispose() => _log.Dispose();

    private string Standing()
    {
        var state = _scene.State;
        return $"alive {_lives.IsAlive}, lane {state.Lane?.Run.Key}, waiting {state.Queue.Count}, "
            + $"ready {state.Queue.ReadyCount}, "
            + $"changes at {state.Queue.NextChange():O}, next due {state.Roster.Timeline.Next(state.Now)?.Key}, "
            + $"watermark {state.Ledger.Watermark:O}, behind {state.Ledger.ClockBehind}, stopping {state.Stopping}";
    }

    private TimeSpan NextAt(TimeSpan end)
    {
        var next = _lives.NextAt;
        next = _misfortune.NextAt < next ? _misfortune.NextAt : next;
        next = _auditAt < next ? _auditAt : next;
        next = end < next ? end : next;
        return next > _clock.Mono ? next : _clock.Mono;
    }

    // What keeps a decade as small as a year, and holds the account against the schedule.
    private void Keep()
    {
        if (!_lives.IsAlive || _scene.State.Book.Problem is not null || _lives.Store.Fault is not null)
        {
            return;
        }

        _witness.Audit();
        if (_clock.Mono >= _checkpointAt || Statistics.Events - _checkpointedEvents >= CheckpointEvents)
        {
            _checkpointAt = _clock.Mono + CheckpointEvery;
            _checkpointedEvents = Statistics.Events;
            _lives.Checkpoint();
        }
    }
}

using Kobe.Brain;
using Kobe.Core.Markets;
using Kobe.Simulation;
using Kobe.Simulation.Laws;

namespace Kobe.Replay;

/// <summary>Turns the shipped loop on a clock that jumps from one thing to do to the next.</summary>
internal sealed class ReplayDriver(ReplayPlan plan, Scene scene, ReplayHost host, Inbox inbox, Witness witness)
{
    // Turns without a moment passing: more is a loop that no longer sleeps.
    private const int IdleTurnsMax = 200_000;

    private static readonly TimeSpan Instant = TimeSpan.FromMilliseconds(1);

    private readonly ReplayPace _pace = new(plan.Pace);
    private readonly DateTimeOffset _end = plan.End - Instant;
    private DateTimeOffset _midnight = new LocalDay(DateOnly.FromDateTime(
        TimeZoneInfo.ConvertTime(scene.Clock.Wall, plan.Zone).DateTime), plan.Zone).End;

    private volatile bool _isStopped;
    private int _idleTurns;
    private int _act;

    /// <summary>Called after each turn.</summary>
    public Action? Turned { get; init; }

    /// <summary>What happens by script, in the order of its times; what has passed at the start does not.</summary>
    public IReadOnlyList<ScriptedAct> Acts { get; init; } = [];

    /// <summary>Called when a day is over.</summary>
    public Action<DateOnly>? DayEnded { get; init; }

    /// <summary>Runs to the end of the plan.</summary>
    /// <returns>Whether it came there: false when it was stopped or the journal failed.</returns>
    public bool Run()
    {
        _act = Acts.TakeWhile(act => act.At < scene.Clock.Wall).Count();
        while (scene.Clock.Wall < _end && !_isStopped)
        {
            if (!Turn())
            {
                return false;
            }

            var next = Next();
            if (next > TimeSpan.Zero)
            {
                _idleTurns = 0;
                _pace.Wait(scene.Clock.Wall, next);
                scene.Clock.Advance(next);
            }
            else if (++_idleTurns > IdleTurnsMax)
            {
                witness.Counts.Break(Law.AccountHolds, scene.Clock.Wall, "The loop does not sleep any more.");
                return false;
            }

            host.Look();
            for (; _act < Acts.Count && Acts[_act].At <= scene.Clock.Wall; _act++)
            {
                Acts[_act].Do(inbox);
            }

            while (scene.Clock.Wall >= _midnight)
            {
                EndDay();
            }
        }

        return Close() && !_isStopped;
    }

    /// <summary>Stops soon. From any thread.</summary>
    public void Stop()
    {
        _isStopped = true;
        host.Stop();
        _pace.Stop();
    }

    private bool Turn()
    {
        scene.Loop.Turn();
        witness.Turned();
        scene.Controls = scene.State.Ledger.Controls;
        host.Await();
        Turned?.Invoke();
        return !scene.Loop.IsOver;
    }

    private TimeSpan Next()
    {
        var mono = scene.Clock.Mono;
        var next = scene.Loop.NextWake(bounded: false);
        Sooner(host.NextAt - mono);
        Sooner(_midnight - scene.Clock.Wall);
        Sooner(_end - scene.Clock.Wall);
        Sooner(_act < Acts.Count ? Acts[_act].At - scene.Clock.Wall : null);
        return next > TimeSpan.Zero ? next : TimeSpan.Zero;

        void Sooner(TimeSpan? other) => next = other < next ? other.Value : next;
    }

    private void EndDay()
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(_midnight - Instant, plan.Zone).DateTime);
        _midnight = new LocalDay(day.AddDays(1), plan.Zone).End;
        witness.Audit();
        DayEnded?.Invoke(day);
    }

    // In order, so that the journal says that nothing was cut off; what still waits stays pending.
    private bool Close()
    {
        host.EndNow();
        inbox.Post(new BrainMessage.Stop(_isStopped ? "interrupted" : "the replay is over"));
        scene.Loop.Turn();
        witness.Turned();
        if (!_isStopped)
        {
            EndDay();
        }

        return scene.Loop.IsOver && !scene.State.Book.IsBroken;
    }
}

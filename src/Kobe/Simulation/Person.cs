using Kobe.Core.Runs;
using Kobe.Simulation.Laws;

namespace Kobe.Simulation;

/// <summary>Who uses the controls, and looks after what waits for a person.</summary>
internal sealed class Person(Scene scene, Lives lives, Witness witness, Dice dice)
{
    private const int BurstMax = 60;
    private int _triggers;

    /// <summary>Looks after held runs, quarantines, pauses and the clock.</summary>
    public void Look()
    {
        foreach (var held in witness.Life.Held().ToList())
        {
            // Who looks sees what happened outside.
            var how = witness.EffectsOf(held.Key) > 0 ? Resolution.Done
                : dice.Chance(0.5) ? Resolution.Rerun : Resolution.Drop;
            if (how == Resolution.Rerun)
            {
                witness.AllowRerun(held.Key);
            }

            lives.Ask(new(ControlVerb.Resolve, held.Key.ToString(), "ann", "looked") { How = how });
        }

        foreach (var task in witness.Marked.Where(task => Standing(task)?.Quarantine is not null))
        {
            lives.Ask(new(ControlVerb.Unquarantine, task, "ann", "mended"));
        }

        foreach (var task in witness.Marked.Where(task => Standing(task)?.Disabled is not null))
        {
            lives.Steer(ControlVerb.Enable, task);
        }

        if (scene.Controls.Pause is not null && dice.Chance(0.7))
        {
            lives.Steer(ControlVerb.Resume);
        }

        if (scene.Controls.Trading != TradingState.ACTIVE && dice.Chance(0.6))
        {
            lives.Steer(ControlVerb.Activate);
        }

        if (scene.State.Ledger.ClockBehind && dice.Chance(0.3))
        {
            lives.Steer(ControlVerb.ConfirmClock);
        }
    }

    private TaskStanding? Standing(string task) => scene.State.Ledger.TaskOf(task);

    public void Interfere()
    {
        var until = dice.Chance(0.5)
            ? scene.Clock.Wall + dice.Spread(TimeSpan.FromSeconds(30), TimeSpan.FromHours(8))
            : (DateTimeOffset?)null;
        switch (dice.Below(7))
        {
            case 0: lives.Steer(ControlVerb.Pause, "", until); break;
            case 1: lives.Steer(ControlVerb.Pause, "all", until); break;
            case 2: lives.Steer(ControlVerb.Resume); break;
            case 3: lives.Steer(ControlVerb.Reduce); break;
            case 4: lives.Steer(ControlVerb.Halt); break;
            case 5: lives.Steer(ControlVerb.ApproveExits); break;
            default: lives.Steer(ControlVerb.Disable, dice.Of(scene.Truth.Now.Schedule.Tasks).Id); break;
        }
    }

    public void Cancel()
    {
        var waiting = scene.State.Queue.InOrder();
        var key = scene.State.Lane is { } lane && (waiting.Count == 0 || dice.Chance(0.5)) ? lane.Run.Key.ToString()
            : waiting.Count > 0 ? waiting[dice.Below(waiting.Count)].Key.ToString()
            : null;
        if (key is not null)
        {
            lives.Steer(ControlVerb.Cancel, key);
        }
    }

    /// <summary>Many tasks at once.</summary>
    public void Trigger()
    {
        var count = 1 + dice.Below(BurstMax);
        for (var i = 0; i < count; i++)
        {
            var task = dice.Of(scene.Truth.Now.Schedule.Tasks);
            lives.Ask(new(ControlVerb.Trigger, task.Id, "ann", "simulated") { Id = $"burst-{++_triggers}" });
        }
    }
}

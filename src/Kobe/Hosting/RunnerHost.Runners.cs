using System.ComponentModel;
using Kobe.Core.Catalogues;
using Kobe.Runner.Lane;

namespace Kobe.Hosting;

internal sealed partial class RunnerHost : IRunnerOwner
{
    // Asking the kernel takes as long as a short run's messages; a leak shows in some runs just as well.
    private const int MemoryLookEvery = 8;

    void IRunnerOwner.Ready(RunnerProcess runner, Catalogue catalogue)
    {
        lock (gate)
        {
            Catalogue = catalogue;
            Problem = null;
            pacing.Succeed();
            if (pair.Ready(runner))
            {
                Activate(runner);
            }
        }

        listener.Changed(new RunnerChange.Ready(runner.Pid, catalogue));
        keeper.Wake();
        Know();
    }

    void IRunnerOwner.Active(RunnerProcess runner) => listener.Changed(new RunnerChange.Active(runner.Pid));

    void IRunnerOwner.Answered(RunnerProcess runner, long ticket, AttemptAnswer answer)
    {
        AttemptResult result;
        lock (gate)
        {
            // A runner that is being killed may still have answered; by then its end has been decided.
            if (running is not { Killed: null } attempt || attempt.Runner != runner || attempt.Ticket != ticket)
            {
                return;
            }

            running = null;
            result = attempt.Answered(answer);
            runner.Recycled = !answer.Spent && pair.CanRecycle ? WearOf(runner) : null;
            if (answer.Spent || runner.Recycled is not null)
            {
                Lose(runner);
                runner.Kill();
            }
        }

        listener.Ended(result);
    }

    // Slow leaks of handlers, and of what they load, end with the process; nobody has to find them first.
    private string? WearOf(RunnerProcess runner)
    {
        if (runner.Runs >= settings.RecycleAfter)
        {
            return $"A fresh one takes its place after {runner.Runs} runs.";
        }

        return runner.Runs % MemoryLookEvery == 0 && runner.ResidentBytes() is var bytes && bytes > settings.MemoryMark
            ? $"A fresh one takes its place: it had grown to {bytes >> 20} MiB in {runner.Runs} runs."
            : null;
    }

    ILaneListener IRunnerOwner.Reports(RunnerProcess runner) => reports;

    void IRunnerOwner.Printed(RunnerProcess runner, string line)
    {
        var key = running is { } attempt && attempt.Runner == runner ? attempt.KeyText : null;
        listener.Said(new HandlerReport.Printed(line) { Key = key });
    }

    void IRunnerOwner.Gone(RunnerProcess runner, string? plugin, string why)
    {
        AttemptResult? result;
        bool expected;
        bool refused;
        lock (gate)
        {
            expected = closed;
            refused = pair.Starting == runner;
            pair.Remove(runner);
            result = refused ? Refuse(why) : End(runner, why);
            Lose(runner);
        }

        Tell(result);
        if (!expected)
        {
            Know();
            listener.Changed(refused ? new RunnerChange.Refused(why)
                : runner.Recycled is { } worn ? new RunnerChange.Recycled(runner.Pid, worn)
                : new RunnerChange.Gone(runner.Pid, plugin, why));
            keeper.Wake();
        }
    }

    // Called by the keeper: starts a runner when one is wanted, and gives up one that takes too long.
    private TimeSpan Keep()
    {
        lock (gate)
        {
            if (pair.Starting is { } slow)
            {
                var left = settings.ReadyLimit - pacing.Elapsed();
                if (left > TimeSpan.Zero)
                {
                    return left;
                }

                slow.Kill();
            }

            // One that may never be wanted needs no spare.
            if (closed || !pair.WantsAnother || (standby && pair.Current is not null))
            {
                return Timeout.InfiniteTimeSpan;
            }

            if (pacing.Pause() is var pause && pause > TimeSpan.Zero)
            {
                return pause;
            }

            pacing.Try();
        }

        StartOne();
        return TimeSpan.Zero;
    }

    private void StartOne()
    {
        try
        {
            var runner = new RunnerProcess(settings, this);
            lock (gate)
            {
                pair.Add(runner);
            }

            runner.Listen();
            if (!warm)
            {
                warm = true;
                WireWarmUp.Run();
            }
        }
        catch (Exception bad) when (bad is Win32Exception or IOException or InvalidOperationException
            or UnauthorizedAccessException)
        {
            var why = $"The runner can't be started: {bad.Message}";
            AttemptResult? result;
            lock (gate)
            {
                result = Refuse(why);
            }

            Know();
            Tell(result);
            listener.Changed(new RunnerChange.Refused(why));
        }
    }

    // An attempt that waits for a runner isn't kept waiting for the next try: nothing has happened, the brain decides.
    private AttemptResult? Refuse(string why)
    {
        Problem = why;
        pacing.Fail();
        if (running is not { Runner: null } attempt)
        {
            return null;
        }

        running = null;
        return attempt.NotStarted(why);
    }

    private AttemptResult? End(RunnerProcess runner, string why)
    {
        if (running is not { } attempt || attempt.Runner != runner)
        {
            return null;
        }

        running = null;
        return attempt.Died(why);
    }

    // The spare takes over at once; its own lock on the lane waits until the other is really gone.
    private void Lose(RunnerProcess runner)
    {
        if (pair.Lose(runner) is { } next && !closed)
        {
            Activate(next);
        }
    }

    private void Activate(RunnerProcess runner)
    {
        if (standby)
        {
            return;
        }

        runner.Send(messages.Activate(settings));
        SendIfPossible();
    }

    // Whoever waits for the first catalogue has waited long enough, also when there won't be one.
    private void Know()
    {
        lock (gate)
        {
            if (!closed)
            {
                known.Set();
            }
        }
    }
}

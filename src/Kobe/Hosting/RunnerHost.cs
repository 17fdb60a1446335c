using Kobe.Core.Catalogues;
using Kobe.Runner.Lane;

namespace Kobe.Hosting;

/// <summary>Runs handlers in a child process, with a second one warm to take over the moment the first is
/// gone.</summary>
internal sealed class RunnerHost : IHandlerHost, IRunnerOwner
{
    private readonly Lock gate = new();
    private readonly RunnerSettings settings;
    private readonly IHandlerListener listener;
    private readonly AttemptReports reports;
    private readonly OrderMessages messages = new();
    private readonly RunnerKeeper keeper;
    private readonly ManualResetEventSlim known = new(false);
    private readonly StartPacing pacing = new(TimeProvider.System);
    private readonly List<RunnerProcess> alive = [];
    private RunnerProcess? current;
    private RunnerProcess? spare;
    private RunnerProcess? starting;
    private volatile RunningAttempt? running;
    private long tickets;
    private bool closed;

    /// <summary>Begins to start runners at once; nothing waits for them.</summary>
    public RunnerHost(RunnerSettings settings, IHandlerListener listener)
    {
        this.settings = settings;
        this.listener = listener;
        reports = new(listener, () => running);
        keeper = new(Keep);
        keeper.Begin();
    }

    /// <summary>What the plugins can do; null until the first runner has loaded them.</summary>
    public Catalogue? Catalogue { get; private set; }

    /// <summary>Why the last runner didn't come up; null when it did.</summary>
    public string? Problem { get; private set; }

    /// <summary>The processes that exist, the one that runs first.</summary>
    public IReadOnlyList<int> Pids
    {
        get
        {
            lock (gate)
            {
                return [.. alive.OrderBy(runner => runner != current).Select(runner => runner.Pid)];
            }
        }
    }

    /// <summary>Waits for the first runner's catalogue, or its failure.</summary>
    /// <returns>Null when it failed (see <see cref="Problem"/>) or took too long.</returns>
    public Catalogue? WaitForCatalogue(TimeSpan limit)
    {
        known.Wait(limit);
        return Catalogue;
    }

    public void Start(AttemptRequest request)
    {
        AttemptResult? refused = null;
        lock (gate)
        {
            var attempt = new RunningAttempt(request, ++tickets);
            if (running is not null || closed)
            {
                refused = attempt.NotStarted(closed ? "The host is closed." : "Another attempt still runs.");
            }
            else
            {
                running = attempt;
                SendIfPossible();
            }
        }

        Tell(refused);
    }

    public void Cancel(int start)
    {
        AttemptResult? refused = null;
        lock (gate)
        {
            if (running is not { } attempt || attempt.Request.Start != start)
            {
                return;
            }

            if (attempt.Runner is { } runner)
            {
                runner.Cancel(attempt.Ticket);
            }
            else
            {
                running = null;
                refused = attempt.NotStarted("It was cancelled before a runner was ready.");
            }
        }

        Tell(refused);
    }

    public void Kill(string reason)
    {
        AttemptResult? refused = null;
        lock (gate)
        {
            if (running is not { } attempt)
            {
                return;
            }

            if (attempt.Runner is { } runner)
            {
                attempt.Killed ??= reason;
                runner.Kill();
            }
            else
            {
                running = null;
                refused = attempt.NotStarted($"No runner was ready: {reason}");
            }
        }

        Tell(refused);
    }

    public void Dispose()
    {
        lock (gate)
        {
            if (closed)
            {
                return;
            }

            closed = true;
        }

        keeper.End();
        List<RunnerProcess> left;
        lock (gate)
        {
            left = [.. alive];
            left.ForEach(runner => runner.Kill());
        }

        left.ForEach(runner => runner.Dispose());
        known.Dispose();
    }

    void IRunnerOwner.Ready(RunnerProcess runner, Catalogue catalogue)
    {
        lock (gate)
        {
            starting = starting == runner ? null : starting;
            Catalogue = catalogue;
            Problem = null;
            pacing.Succeed();
            if (current is null)
            {
                Promote(runner);
            }
            else
            {
                spare = runner;
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
            if (answer.Spent)
            {
                Lose(runner);
                runner.Kill();
            }
        }

        listener.Ended(result);
    }

    ILaneListener IRunnerOwner.Reports(RunnerProcess runner) => reports;

    void IRunnerOwner.Printed(RunnerProcess runner, string line)
    {
        var key = running is { } attempt && attempt.Runner == runner ? attempt.Request.Key : null;
        listener.Said(new HandlerReport.Printed(line) { Key = key });
    }

    void IRunnerOwner.Gone(RunnerProcess runner, string? plugin, string why)
    {
        AttemptResult? result = null;
        bool expected;
        bool failed;
        lock (gate)
        {
            expected = closed;
            failed = starting == runner;
            alive.Remove(runner);
            if (running is { } attempt && (attempt.Runner == runner || (failed && attempt.Runner is null)))
            {
                running = null;
                result = attempt.Runner is null ? attempt.NotStarted("No runner came up. " + why) : attempt.Died(why);
            }

            Lose(runner);
            if (failed)
            {
                Problem = why;
                pacing.Fail();
            }
        }

        if (failed)
        {
            Know();
        }

        Tell(result);
        if (!expected)
        {
            listener.Changed(
                failed ? new RunnerChange.Refused(why) : new RunnerChange.Gone(runner.Pid, plugin, why));
            keeper.Wake();
        }
    }

    // Called by the keeper: starts a runner when one is wanted, and gives up one that takes too long.
    private TimeSpan Keep()
    {
        lock (gate)
        {
            if (starting is { } slow)
            {
                var left = settings.ReadyLimit - pacing.Elapsed();
                if (left <= TimeSpan.Zero)
                {
                    slow.Kill();
                }

                return left > TimeSpan.Zero ? left : Timeout.InfiniteTimeSpan;
            }

            if (closed || (current is not null && (spare is not null || !settings.Spare)))
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
                starting = runner;
                alive.Add(runner);
            }

            runner.Listen();
        }
        catch (Exception bad) when (bad is System.ComponentModel.Win32Exception or IOException
            or InvalidOperationException or UnauthorizedAccessException)
        {
            Refuse($"The runner can't be started: {bad.Message}");
        }
    }

    private void Refuse(string why)
    {
        AttemptResult? result;
        lock (gate)
        {
            Problem = why;
            result = running is { Runner: null } attempt ? attempt.NotStarted(why) : null;
            running = result is null ? running : null;
            pacing.Fail();
        }

        Know();
        Tell(result);
        listener.Changed(new RunnerChange.Refused(why));
    }

    private void Promote(RunnerProcess runner)
    {
        current = runner;
        runner.Send(messages.Activate(settings));
        SendIfPossible();
    }

    private void SendIfPossible()
    {
        if (current is not { } runner || running is not { Runner: null } attempt)
        {
            return;
        }

        attempt.Runner = runner;
        runner.BeginRun();
        runner.Send(messages.Order(runner, attempt));
        runner.Facts = attempt.Request.Facts;
    }

    // The spare takes over at once; its own lock on the lane waits until the other is really gone.
    private void Lose(RunnerProcess runner)
    {
        starting = starting == runner ? null : starting;
        spare = spare == runner ? null : spare;
        if (current == runner)
        {
            current = null;
            if (spare is { } next && !closed)
            {
                spare = null;
                Promote(next);
            }
        }
    }

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

    private void Tell(AttemptResult? result)
    {
        if (result is not null)
        {
            listener.Ended(result);
        }
    }
}

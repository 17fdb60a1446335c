using Kobe.Core.Catalogues;

namespace Kobe.Hosting;

/// <summary>Runs handlers in a child process, with a second one warm to take over the moment the first is
/// gone.</summary>
/// <remarks>This part takes orders from the brain; the other hears from the processes and keeps them coming.</remarks>
internal sealed partial class RunnerHost : IHandlerHost
{
    private readonly Lock gate = new();
    private readonly RunnerSettings settings;
    private readonly IHandlerListener listener;
    private readonly AttemptReports reports;
    private readonly OrderMessages messages = new();
    private readonly RunnerKeeper keeper;
    private readonly RunnerPair pair;
    private readonly StartPacing pacing = new(TimeProvider.System);
    private readonly ManualResetEventSlim known = new(false);
    private volatile RunningAttempt? running;
    private long tickets;
    private bool closed;
    private bool standby;
    private bool warm;

    /// <summary>Begins to start runners at once; nothing waits for them.</summary>
    public RunnerHost(RunnerSettings settings, IHandlerListener listener)
    {
        this.settings = settings;
        this.listener = listener;
        reports = new(listener, () => running, Kill);
        pair = new(settings.Spare);
        standby = settings.Standby;
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
                return [.. pair.Alive.Select(runner => runner.Pid)];
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

    /// <summary>Ends a standby: from now on it runs what it is given, as soon as the lane's lock is free.</summary>
    public void TakeOver()
    {
        lock (gate)
        {
            standby = false;
            if (pair.Current is { } runner && !closed)
            {
                Activate(runner);
            }
        }

        keeper.Wake();
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

    /// <summary>Kills all processes and waits until nothing of them is left.</summary>
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
        IReadOnlyList<RunnerProcess> left;
        lock (gate)
        {
            left = pair.Alive;
        }

        foreach (var runner in left)
        {
            runner.Kill();
        }

        foreach (var runner in left)
        {
            runner.Dispose();
        }

        known.Dispose();
    }

    private void SendIfPossible()
    {
        if (standby || pair.Current is not { } runner || running is not { Runner: null } attempt)
        {
            return;
        }

        attempt.Runner = runner;
        runner.BeginRun();
        runner.Send(messages.Order(runner, attempt));
        runner.Facts = attempt.Request.Facts;
        runner.Market = OrderMessages.Lasting(attempt.Market);
    }

    private void Tell(AttemptResult? result)
    {
        if (result is not null)
        {
            listener.Ended(result);
        }
    }
}

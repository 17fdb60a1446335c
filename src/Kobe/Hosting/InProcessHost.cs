using Kobe.Operation;
using Kobe.Runner.Lane;
using Kobe.Runner.Plugins;

namespace Kobe.Hosting;

/// <summary>Runs handlers in this process, on one thread of its own: for debugging and for simulation.</summary>
/// <remarks>
/// Nothing can be killed here. After a kill the lane is poisoned: what runs is given up as unknown, nothing starts any
/// more, and the brain should end so that its supervisor starts it anew.
/// </remarks>
internal sealed class InProcessHost : IHandlerHost
{
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private readonly IHandlerListener listener;
    private readonly AttemptLane lane;
    private readonly WakeableSleep ready = new();
    private readonly Thread thread;
    private IReadOnlyDictionary<string, FactValue> facts = new Dictionary<string, FactValue>();
    private volatile RunningAttempt? running;
    private long tickets;
    private volatile bool closed;

    /// <summary>Takes the plugins of a directory, or handlers that a test made.</summary>
    public InProcessHost(PluginSet plugins, IHandlerListener listener)
    {
        this.listener = listener;
        Plugins = plugins;
        lane = new(plugins.Handlers, new AttemptReports(listener, () => running, Kill), TimeProvider.System);
        thread = new(Run) { IsBackground = true, Name = "lane" };
        thread.Start();
    }

    /// <summary>What can be run.</summary>
    public PluginSet Plugins { get; }

    /// <summary>Why nothing starts any more; null while things do.</summary>
    public string? Poisoned { get; private set; }

    public void Start(AttemptRequest request)
    {
        AttemptResult? refused = null;
        lock (gate)
        {
            var attempt = new RunningAttempt(request, ++tickets);
            if (Poisoned is not null || running is not null || closed)
            {
                refused = attempt.NotStarted(Poisoned ?? "Another attempt still runs, or the host is closed.");
            }
            else
            {
                running = attempt;
                ready.Wake();
            }
        }

        Tell(refused);
    }

    public void Cancel(int start)
    {
        if (running is { } attempt && attempt.Request.Start == start)
        {
            CancelOnItsOwnThread(attempt);
        }
    }

    public void Kill(string reason)
    {
        AttemptResult? result = null;
        lock (gate)
        {
            if (running is { } attempt)
            {
                running = null;
                Poisoned = $"{attempt.KeyText} still runs in this process and can't be killed: {reason}";
                result = attempt.Unknown(Poisoned);
                CancelOnItsOwnThread(attempt);
            }
        }

        Tell(result);
    }

    public void Dispose()
    {
        lock (gate)
        {
            closed = true;
        }

        ready.Wake();
        if (thread.Join(EndLimit))
        {
            ready.Dispose();
        }
    }

    // Callbacks on the token are handlers' code, and may never come back.
    private void CancelOnItsOwnThread(RunningAttempt attempt) =>
        new Thread(() => lane.Cancel(attempt.Ticket)) { IsBackground = true, Name = "cancel" }.Start();

    private void Run()
    {
        while (true)
        {
            ready.Sleep(null);
            if (running is not { } attempt)
            {
                if (closed)
                {
                    return;
                }

                continue;
            }

            Learn(attempt.Request.Facts);
            var answer = lane.Run(attempt.Order());
            lock (gate)
            {
                if (running != attempt)
                {
                    return;
                }

                running = null;
            }

            listener.Ended(attempt.Answered(answer));
        }
    }

    private void Learn(IReadOnlyDictionary<string, FactValue> now)
    {
        if (!ReferenceEquals(facts, now))
        {
            lane.Facts.Change(FactChanges.Between(facts, now));
            facts = now;
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

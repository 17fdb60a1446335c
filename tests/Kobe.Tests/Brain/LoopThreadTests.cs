using Kobe.Brain;
using Kobe.Core.Runs;
using Kobe.Hosting;
using Kobe.Journals;

namespace Kobe.Tests.Brain;

/// <summary>The loop's own thread, and who turns the loop beside it: never two at a time.</summary>
public sealed class LoopThreadTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public void WhoBringsTheEndOfARun_StartsTheNext_OnItsOwnThread()
    {
        using var host = new ThreadedHost();
        var loop = Loop(host, 200);
        host.Drive(loop);

        Assert.Equal(200, host.Started.Count);
        Assert.Equal(host.Started.Order(StringComparer.Ordinal), host.Started);

        // Only while the loop itself turns at that very moment does it take an end over.
        Assert.InRange(host.StartedByTheHost, 150, 200);
    }

    [Fact]
    public void AStartThatIsRefusedAtOnce_IsTakenUp_WhenTheTurnIsOver()
    {
        using var host = new ThreadedHost { Refuses = true };
        var loop = Loop(host, 20);
        host.Drive(loop);

        Assert.Equal(20, host.Started.Count);
        Assert.False(host.TurnedInsideOfATurn);
    }

    [Fact]
    public void AMistakeInATurn_EndsTheLoop_WhoeverTurnedIt()
    {
        using var host = new ThreadedHost { Breaks = true };

        Assert.IsType<InvalidTimeZoneException>(host.Drive(Loop(host, 3)));
    }

    private static BrainLoop Loop(ThreadedHost host, int rows)
    {
        var now = TimeProvider.System.GetUtcNow();
        var opened = new MemoryJournalStore().Open();
        var book = new Book(opened.Journal, opened.Ledger, TimeProvider.System);
        var roster = Rows.Roster(now, [.. Enumerable.Range(0, rows).Select(row => $"r{row:000}, at: '00:00', retries: 0")]);
        var state = new BrainState(new() { Version = "0", Pid = 1 }, book, roster, host, new HeardAlerts());
        var loop = new BrainLoop(state, new MachineClock(TimeProvider.System), host.Inbox);
        Assert.True(loop.Open());
        foreach (var task in roster.Schedule.Tasks)
        {
            host.Inbox.Post(new BrainMessage.Ask(new(ControlVerb.Trigger, task.Id, "ann", "test")));
        }

        return loop;
    }

    /// <summary>Ends each run at once, on a thread of its own, and stops the loop behind the last.</summary>
    private sealed class ThreadedHost : IHandlerHost
    {
        private readonly System.Collections.Concurrent.BlockingCollection<AttemptRequest> _orders = [];
        private readonly Thread _thread;
        private BrainLoop? _loop;
        private int _depth;

        public ThreadedHost()
        {
            _thread = new(() =>
            {
                foreach (var order in _orders.GetConsumingEnumerable())
                {
                    End(order, AttemptOutcome.Succeeded);
                }
            })
            {
                IsBackground = true,
            };
            _thread.Start();
        }

        public Inbox Inbox { get; } = new();

        public bool Refuses { get; init; }

        public bool Breaks { get; init; }

        public List<string> Started { get; } = [];

        public int StartedByTheHost { get; private set; }

        public bool TurnedInsideOfATurn { get; private set; }

        public Exception? Drive(BrainLoop loop)
        {
            _loop = loop;
            var thread = new LoopThread(loop, Inbox);
            thread.Start();
            Exception? failure = null;
            var joining = new Thread(() => failure = thread.Join()) { IsBackground = true };
            joining.Start();
            Assert.True(joining.Join(Patience), "The loop did not end.");
            return failure;
        }

        public void Start(AttemptRequest request)
        {
            TurnedInsideOfATurn |= ++_depth > 1;
            Started.Add(request.Key.ToString());
            StartedByTheHost += Thread.CurrentThread == _thread ? 1 : 0;
            if (Breaks && Started.Count == 2)
            {
                throw new InvalidTimeZoneException("a mistake");
            }

            if (Refuses)
            {
                End(request, AttemptOutcome.Fatal);
            }
            else
            {
                _orders.Add(request);
            }

            _depth--;
        }

        public void Cancel(int start)
        {
        }

        public void Kill(string reason)
        {
        }

        public void Dispose() => _orders.CompleteAdding();

        private void End(AttemptRequest request, AttemptOutcome outcome)
        {
            if (Started.Count == _loop!.State.Roster.Schedule.Tasks.Count)
            {
                Inbox.Post(new BrainMessage.Stop("done"));
            }

            Inbox.Ended(new(request.Key, request.Start, outcome) { Error = "refused" });
        }
    }
}

using System.Text;
using System.Text.Json;
using Kobe.Benchmarks.Figures;
using Kobe.Brain;
using Kobe.Core.Catalogues;
using Kobe.Core.Markets.Files;
using Kobe.Core.Runs;
using Kobe.Core.Schedules;
using Kobe.Hosting;
using Kobe.Journals;
using Kobe.Logging;
using Kobe.Runner.Plugins;
using Kobe.Views;

namespace Kobe.Benchmarks.Brains;

/// <summary>The brain's own loop, journal, views and host in this process, on the machine's clock.</summary>
/// <remarks>
/// A schedule in files names whole seconds, and a thousand starts would take a quarter of an hour: here rows fall due at
/// any instant. All else is put together as <see cref="BrainProcess"/> does it, but for the web side, which sleeps.
/// </remarks>
internal sealed class LiveBrain : IDisposable
{
    private static readonly TimeSpan Lead = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ReadyMax = TimeSpan.FromSeconds(30);

    private readonly string _home;
    private readonly Inbox _inbox = new();
    private readonly IHandlerHost _host;
    private readonly Catalogue _catalogue;
    private readonly OpenedJournal _journal;
    private readonly Log _log;

    /// <param name="home">A <see cref="BrainHome"/>'s root.</param>
    /// <param name="runner">The runner's assembly; null to run handlers in this process.</param>
    public LiveBrain(string home, string? runner)
    {
        _home = home;
        var plugins = Path.Combine(home, "plugins");
        Directory.CreateDirectory(Path.Combine(home, "state", "journal"));
        if (runner is null)
        {
            var host = new InProcessHost(PluginLoader.Load(plugins), _inbox);
            (_host, _catalogue) = (host, host.Plugins.Catalogue);
        }
        else
        {
            var host = new RunnerHost(
                new() { Runner = runner, Plugins = plugins, LaneLock = Path.Combine(home, "state", "lane.lock") }, _inbox);
            (_host, _catalogue) = (host, host.WaitForCatalogue(ReadyMax)!);
        }

        _journal = new FileJournalStore(
            new FileJournalMedium(Path.Combine(home, "state", "journal")), JournalOptions.Default).Open();
        var lines = new LogLines(LogFormat.Plain, TimeZoneInfo.Utc);
        _log = new(LogLevel.Info, TimeProvider.System, new Redaction(),
            ("file", new FileSink(lines, Path.Combine(home, "state", "kobe.log"), 10_000_000, 3)));
    }

    /// <summary>How many milliseconds after its instant each of so many starts was called, in order.</summary>
    public IReadOnlyList<double> Lateness(int count)
    {
        var late = new List<double>(count);
        var book = new Book(_journal.Journal, _journal.Ledger, TimeProvider.System)
        {
            Written = what =>
            {
                EventLog.Write(_log, what);
                if (what is RunEvent.Ended ended)
                {
                    late.Add(LateMs(ended));
                    if (late.Count == count)
                    {
                        _inbox.Post(new BrainMessage.Stop("all started"));
                    }
                }
            },
        };
        Drive(new BrainState(new() { Version = "bench", Pid = 1 }, book, Roster(count), _host, new LogAlerts(_log)));
        return late;
    }

    public void Dispose()
    {
        _host.Dispose();
        _journal.Journal.Dispose();
        _log.Dispose();
    }

    private void Drive(BrainState state)
    {
        var loop = new BrainLoop(state, new MachineClock(TimeProvider.System), _inbox);
        if (!loop.Open())
        {
            throw new InvalidOperationException("The loop doesn't open: " + state.Book.Problem);
        }

        var board = new BrainBoard(TimeProvider.System);
        var keeper = new JournalKeeper(state, _journal.Journal, 400, _log);
        loop.Turned = new SnapshotMaker(board, TimeProvider.System).Show;
        loop.Turned += _ => keeper.Look();
        var views = new ViewWriter(Path.Combine(_home, "state"), board, _log);
        using var writing = new SteadyThread("views", views.WriteChanged, _log);
        var thread = new LoopThread(loop, _inbox);
        thread.Start();
        if (thread.Join() is { } failure)
        {
            throw new InvalidOperationException("The loop died.", failure);
        }
    }

    private Roster Roster(int count)
    {
        var now = TimeProvider.System.GetUtcNow();
        var made = new MadeSchedule();
        var row = made.Read([new TextFile("row.yaml", Encoding.UTF8.GetBytes(
            "zone: UTC\ntasks: [{ id: row, run: bench.punctual, once: \"2099-01-01T00:00:00\" }]"))]).Tasks[0];
        var rows = new List<ScheduledTask>();
        var (due, random) = (now + Lead, new Random(5));
        for (var i = 0; i < count; i++)
        {
            due = due.AddMilliseconds(
                LeastDaemon.GapMin + (random.NextDouble() * (LeastDaemon.GapMax - LeastDaemon.GapMin)));
            var (date, time) = (DateOnly.FromDateTime(due.UtcDateTime), TimeOnly.FromDateTime(due.UtcDateTime));
            rows.Add(row with { Id = $"row-{i}", Trigger = new Trigger.Once(date, time, due) });
        }

        return new(new Schedule(rows, [], new string('0', 64)), made.Calendars, _catalogue, now);
    }

    private static double LateMs(RunEvent.Ended ended)
    {
        using var evidence = JsonDocument.Parse(ended.Payload!.Evidence!.Value.Value);
        var ticks = evidence.RootElement.GetProperty("counts").GetProperty("late_ticks").GetInt64();
        return new TimeSpan(ticks).TotalMilliseconds;
    }
}

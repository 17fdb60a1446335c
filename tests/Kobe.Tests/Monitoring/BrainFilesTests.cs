using System.Runtime.Versioning;
using Kobe.Brain;
using Kobe.Core.Runs;
using Kobe.Journals;
using Kobe.Logging;
using Kobe.Operation;
using Kobe.Plugins.Monitoring.Health;
using Kobe.Plugins.Monitoring.Heartbeats;
using Kobe.Plugins.Monitoring.Integrity;
using Kobe.Testing;
using Kobe.Tests.Brain;
using Kobe.Tests.Journals;
using Kobe.Tests.Logging;
using Kobe.Views;
using Kobe.Web;

namespace Kobe.Tests.Monitoring;

/// <summary>What the brain writes is what the handlers read: its own writers on one side, the plugin on the
/// other.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class BrainFilesTests : IDisposable
{
    private readonly StateFolder state = new();
    private readonly Attempt attempt = new();
    private readonly Log log;

    public BrainFilesTests()
    {
        log = new(LogLevel.Debug, attempt.Clock, new(), ("list", new ListSink()));
        var board = new BrainBoard(attempt.Clock);
        board.Publish(Snapshots.Busy(attempt.Clock) with { Pid = Environment.ProcessId });
        new Pulse(board, state.At(Pulse.FileName), TimeSpan.FromSeconds(30), log).Beat();
        new ViewWriter(state.Root, board, log).WriteChanged();
        new BrainFile(Environment.ProcessId, "http://127.0.0.1:8081", Attempt.Now).Write(state.Root);
        ApiTokens.Load(state.Root, new());
        state.Append(Histories.Of(5, 100));
    }

    public void Dispose()
    {
        log.Dispose();
        state.Dispose();
    }

    [Fact]
    public void Heartbeat_IsRead_WithItsAgeAndWhatIsOverdue()
    {
        attempt.Clock.Pass(TimeSpan.FromSeconds(20));

        var fact = Assert.Single(attempt.Succeed(
            new HeartbeatHandler(), new HeartbeatArguments(state.Root, TimeSpan.FromMinutes(2))).Facts).Value;

        Assert.Equal(20, fact.GetProperty("seconds").GetDouble());
        Assert.Equal(1, fact.GetProperty("overdue").GetInt32());
        Assert.Equal(Environment.ProcessId, fact.GetProperty("pid").GetInt32());
    }

    [Fact]
    public void Brain_IsHealthy_UntilItsViewGrowsOld()
    {
        var arguments = new HealthArguments(
            state.Root, TimeSpan.FromMinutes(2), MemoryMin: 0, LoadMax: 1000, ThreadsMax: 10_000, HandlesMax: 100_000,
            HeapMax: 100);

        Assert.Equal("healthy", Status());

        attempt.Clock.Pass(TimeSpan.FromMinutes(5));
        state.Beat(attempt.Clock.GetUtcNow());
        Assert.Equal("degraded", Status());

        string? Status() => Assert.Single(attempt.Succeed(new HealthHandler(), arguments).Facts)
            .Value.GetProperty("status").GetString();
    }

    [Fact]
    public void EveryFile_IsPrivateAndWhole()
    {
        using var held = SingleInstanceLock.Take(state.Root, Environment.ProcessId);

        var result = attempt.Succeed(
            new IntegrityHandler(), new IntegrityArguments(state.Root, Days: 10_000, TimeSpan.FromMinutes(10)));

        Assert.Equal(100, result.Evidence.Counts["lines"]);
        Assert.True(result.Evidence.Counts["files"] > 10);
    }

    [Fact]
    public void OpenJournal_WithItsRoomAhead_IsWhole()
    {
        using var journal = Opening.Of(
            new FileJournalStore(new FileJournalMedium(state.Journal), JournalOptions.Default));
        journal.Write([new RunEvent.Stopped(Attempt.Now, "a line more")]);

        var result = attempt.Succeed(
            new IntegrityHandler(), new IntegrityArguments(state.Root, Days: 10_000, TimeSpan.FromMinutes(10)));

        Assert.Equal(101, result.Evidence.Counts["lines"]);
        Assert.EndsWith("\n\n\n", File.ReadAllText(state.NewestDay), StringComparison.Ordinal);
    }
}

using Kobe.Brain;
using Kobe.Core.Runs;
using Kobe.Journals;

namespace Kobe.Tests.Brain;

/// <summary>What lets a long queue drain fast, and must not cost a guarantee.</summary>
public sealed class ThroughputTests
{
    [Fact]
    public void End_IsDurable_WithTheNextStart_OrByTheEndOfItsTurn()
    {
        var stage = new BrainStage("2026-11-20T14:29:00Z", "a, at: '09:30'", "b, at: '09:30'");
        var syncs = new List<int>();
        stage.Store.Fault = operation =>
        {
            if (operation == MediumOperation.Sync)
            {
                syncs.Add(stage.Events.Count(what => what is RunEvent.Started or RunEvent.Ended));
            }

            return 0;
        };
        stage.Boot().Until("2026-11-20T14:31:00Z");

        // One after a's start, one for a's end and b's start together, one for b's end.
        Assert.Equal([1, 3, 4], syncs.Where(count => count > 0));
        Assert.Equal(0, stage.Store.Unsynced);
    }

    [Fact]
    public void InOrder_OfSome_IsTheBeginningOfAll()
    {
        var rows = Enumerable.Range(0, 40).Select(row =>
            $"t{row * 7 % 40}, at: '09:30', priority: {(row * 3 % 10) + 1}, expires: {60 + (row * 11 % 5)}m");
        var stage = new BrainStage("2026-11-20T14:29:00Z", [.. rows]) { Act = _ => Script.Takes(20) };
        stage.Boot().Until("2026-11-20T14:30:05Z");
        var queue = stage.Loop.State.Queue;

        Assert.Equal(39, queue.Count);
        foreach (var most in new[] { 1, 5, 38, 39, 100 })
        {
            Assert.Equal(
                queue.InOrder().Take(most).Select(waiter => waiter.Key),
                queue.InOrder(most).Select(waiter => waiter.Key));
        }
    }

    [Fact]
    public void Snapshot_ThatIsMadeTooSoon_IsMadeALittleLater()
    {
        var stage = new BrainStage("2026-11-20T14:29:00Z", "a, at: '09:30'").Boot();
        var board = new BrainBoard(TimeProvider.System);
        stage.Loop.Turned = new SnapshotMaker(board, TimeProvider.System).Show;

        stage.Until("2026-11-20T14:30:00.100Z");
        Assert.Equal("a@2026-11-20T09:30", board.Current!.Current?.Key);
        stage.Until("2026-11-20T14:30:01.050Z");
        stage.Until("2026-11-20T14:30:01.300Z");
        Assert.Null(board.Current.Current);
    }
}

using Kobe.Core.Runs;

namespace Kobe.Tests.Brain;

/// <summary>What a downtime leaves: rule 5 and 7, grace, expiry, look_back, the start limit, the digest.</summary>
public sealed class CatchUpTests
{
    private const string Slots = "at: ['09:00', '10:00', '11:00'], grace: 5m, expires: 6h";

    [Theory]
    // catch_up          09:00        10:00        11:00
    [InlineData("none",     "Missed",    "Missed",    "Missed")]
    [InlineData("latest",   "Coalesced", "Coalesced", "Succeeded")]
    [InlineData("earliest", "Succeeded", "Coalesced", "Coalesced")]
    [InlineData("{ all: 2 }", "Coalesced", "Succeeded", "Succeeded")]
    [InlineData("{ all: 9 }", "Succeeded", "Succeeded", "Succeeded")]
    public void Downtime_LeavesWhatCatchUpSays(string catchUp, string first, string second, string third)
    {
        var stage = Down($"a, {Slots}, catch_up: {catchUp}", "2026-11-20T13:30:00Z", TimeSpan.FromHours(3));

        Assert.Equal(
            [first, second, third],
            ((string[])["09:00", "10:00", "11:00"]).Select(time => stage.StateOf($"a@2026-11-20T{time}")));
    }

    [Fact]
    public void OnTimeSlot_RunsBesideWhatIsCaughtUpOneByOne()
    {
        var stage = Down($"a, {Slots}, catch_up: earliest", "2026-11-20T13:30:00Z", TimeSpan.FromMinutes(152));

        Assert.Equal("Succeeded", stage.StateOf("a@2026-11-20T09:00"));
        Assert.Equal("Coalesced", stage.StateOf("a@2026-11-20T10:00"));
        Assert.Equal("Succeeded", stage.StateOf("a@2026-11-20T11:00"));
    }

    [Theory]
    [InlineData(4, "Succeeded")]
    [InlineData(6, "Missed")]
    [InlineData(40, "Expired")]
    public void LateEntry_RunsWithinGraceOnly(int minutesLate, string state)
    {
        var stage = Down(
            "a, at: '10:05', category: trading, kind: entry, grace: 5m",
            "2026-11-20T15:00:00Z", TimeSpan.FromMinutes(5 + minutesLate));

        Assert.Equal(state, stage.StateOf("a@2026-11-20T10:05"));
    }

    [Fact]
    public void BusyLane_MissesWhatMustNotBeLate()
    {
        var stage = new BrainStage(
            "2026-11-20T15:00:00Z", "long, at: '10:05', timeout: 300s, priority: 1",
            "a, at: '10:05', category: trading, kind: entry, run: order")
        { Act = request => Script.Takes(request.Task == "long" ? 100 : 1) };
        stage.Boot().Until("2026-11-20T16:00:00Z");

        Assert.Equal("Missed", stage.StateOf("a@2026-11-20T10:05"));
        Assert.StartsWith("busy", stage.ReasonOf("a@2026-11-20T10:05"));
    }

    [Fact]
    public void BeyondLookBack_IsCountedNotKept()
    {
        var stage = Down("a, every: 1h, look_back: 2h, expires: 3h", "2026-11-20T15:30:00Z", TimeSpan.FromHours(10));

        var missed = Assert.Single(stage.Events.OfType<RunEvent.BulkMissed>());
        Assert.Equal(8, missed.Count);
        Assert.Equal(8, stage.Ledger.Count("a", new(2026, 11, 20))[FinalState.Missed]);
        Assert.Equal("Succeeded", stage.StateOf("a@2026-11-20/20"));
        Assert.Contains(stage.Alerts, text => text == "down 10h1s: 10 due, 1 coalesced, 8 missed, 1 run late");
    }

    [Fact]
    public void CaughtUpStarts_AreSixAMinute_TradingFirst()
    {
        var rows = Enumerable.Range(0, 9).Select(i => $"m{i}, at: '09:0{i}', grace: 1m, priority: 2")
            .Append("x, at: '09:30', category: trading, kind: exit, run: order, grace: 1m, priority: 9").ToArray();
        var stage = Down(rows, "2026-11-20T13:30:00Z", TimeSpan.FromHours(2));

        Assert.Equal(10, stage.Starts.Count);
        Assert.EndsWith("x@2026-11-20T09:30", stage.Starts[0]);
        Assert.All(stage.Starts.Take(6), start => Assert.StartsWith("15:30", start));
        Assert.All(stage.Starts.Skip(6), start => Assert.StartsWith("15:31", start));
    }

    [Fact]
    public void Loop_Sleeps_WhileCaughtUpWorkWaitsForTrading()
    {
        // A critical one that is not trading is first in the order, and the lane is busy with trading.
        var stage = Down(
            ["c, at: '09:01', grace: 1m, priority: 1", "x, at: '09:30', category: trading, kind: exit, grace: 1m, run: order",
             "y, at: '09:31', category: trading, kind: exit, grace: 1m, run: order"],
            "2026-11-20T13:30:00Z", TimeSpan.FromHours(2));

        Assert.Equal(["x", "y", "c"], stage.Starts.Select(start => start[9..10]));
    }

    [Fact]
    public void Expiry_EndsWhatWaits_WhileTheLaneIsBusy()
    {
        var stage = new BrainStage(
            "2026-11-20T14:00:00Z", "long, at: '09:30', timeout: 300s, priority: 1", "a, at: '09:30', expires: 1m")
        { Act = request => Script.Takes(request.Task == "long" ? 290 : 1) };
        stage.Boot().Until("2026-11-20T14:32:00Z");

        Assert.Equal("Expired", stage.StateOf("a@2026-11-20T09:30"));
    }

    private static BrainStage Down(string row, string begin, TimeSpan down) => Down([row], begin, down);

    private static BrainStage Down(string[] rows, string begin, TimeSpan down)
    {
        rows = [.. rows.Select(row => row.Contains("entry") ? row + ", run: order" : row)];
        return new BrainStage(begin, rows).Boot().For(TimeSpan.FromSeconds(1)).KillAndBoot(down).For(TimeSpan.FromMinutes(10));
    }
}

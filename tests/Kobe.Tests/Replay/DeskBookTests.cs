using Kobe.Brain;
using Kobe.Core.Runs;
using Kobe.Replay.Cards;
using Kobe.Replay.Desk;
using Kobe.Testing;
using Kobe.Tests.Brain;

namespace Kobe.Tests.Replay;

/// <summary>What a replay makes of the desk's view at each day's end, and what it holds against it.</summary>
public sealed class DeskBookTests : IDisposable
{
    private static readonly DateOnly Friday = new(2026, 11, 20);

    private readonly string _state = Directory.CreateTempSubdirectory("kobe-desk-").FullName;
    private readonly DayCards _cards = new();

    public void Dispose() => Directory.Delete(_state, recursive: true);

    [Fact]
    public void Day_HasItsOwnOrders_AndWhatTheAccountGained()
    {
        var book = Book();
        Show("100250.50", Order("2026-11-20T15:00:00Z", "enter"));
        book.Close(Friday);
        Show("100050.50", Order("2026-11-20T15:00:00Z", "enter"), Order("2026-11-23T15:00:00Z", "enter", "denied"));
        book.Close(new(2026, 11, 23));

        // As a replay finds it that goes on.
        var again = Book();
        again.Open();

        Assert.Equal((250.50m, 1), (again.Of(Friday)!.Result, again.Of(Friday)!.Sent));
        Assert.Equal((-200m, 0, 1), (again.Of(new(2026, 11, 23))!.Result, again.Of(new(2026, 11, 23))!.Sent, again.Of(new(2026, 11, 23))!.Orders.Count));
        Assert.True(again.LedgerEqualsBroker);
    }

    [Fact]
    public void WithoutADesk_NothingIsKnown()
    {
        var book = Book();
        book.Close(Friday);

        Assert.Null(book.Of(Friday));
        Assert.Null(book.LedgerEqualsBroker);
    }

    // 10:05 in New York is the morning, 12:00 lunch; the closing half hour is for rows that name it.
    [Theory]
    [InlineData("2026-11-20T15:05:00Z", "enter", 0)]
    [InlineData("2026-11-20T17:00:00Z", "enter", 1)]
    [InlineData("2026-11-20T17:00:00Z", "leave", 0)]
    [InlineData("2026-11-20T20:35:00Z", "enter", 1)]
    [InlineData("2026-11-20T20:35:00Z", "swing", 0)]
    [InlineData("2026-11-21T15:05:00Z", "enter", 1)]
    [InlineData("2026-11-20T15:05:00Z", "watch", 1)]
    public void Order_IsAllowed_WhereTheRulesSaySo(string at, string task, int broken)
    {
        Assert.Equal(broken, Judge(at, task, at).Broken);
    }

    [Fact]
    public void OrderOutsideOfItsRun_IsAgainstTheLaw()
    {
        var laws = Judge("2026-11-20T15:05:00Z", "enter", "2026-11-20T15:30:00Z");

        Assert.Contains("was sent while its task did not run.", Assert.Single(laws.Cases), StringComparison.Ordinal);
    }

    [Fact]
    public void SameIdTwice_AndAnotherAccount_AreAgainstTheLaw()
    {
        Run("enter", At("2026-11-20T15:05:00Z"));
        var laws = new DeskLaws();
        var order = Made("2026-11-20T15:05:00Z", "enter");
        laws.Look(new(Friday, 1, 1, false, [order, order]), _cards, Roster());

        Assert.Equal(2, laws.Broken);
    }

    private DeskLaws Judge(string orderAt, string task, string runAt)
    {
        Run(task, At(runAt));
        var laws = new DeskLaws();
        laws.Look(new(Friday, 1, 1, true, [Made(orderAt, task)]), _cards, Roster());
        return laws;
    }

    private void Run(string task, DateTimeOffset at)
    {
        var key = new OccurrenceKey(task, Friday, "T10:05");
        _cards.Apply(new RunEvent.Queued(at, key, at, at.AddHours(1), 3));
        _cards.Apply(new RunEvent.Started(at, key, 1, 1));
        _cards.Apply(new RunEvent.Ended(at.AddSeconds(1), key, 1, 1, RunResult.Succeeded, NextStep.Final(FinalState.Succeeded), 1));
    }

    private static ReplayedOrder Made(string at, string task) =>
        new(At(at), $"{task}@2026-11-20T10:05", "id-1", "ALFA", "buy", "10", "ended");

    private static Roster Roster() => Rows.Roster(At("2026-11-20T05:00:00Z"),
        "enter, run: order, at: \"10:05\", category: trading, kind: entry",
        "swing, run: order, at: \"15:35\", category: trading, kind: entry, phases: [CLOSING]",
        "leave, run: order, at: \"12:00\", category: trading, kind: exit",
        "watch, at: \"10:05\", category: monitoring");

    private DeskBook Book() => new(_state, Zones.NewYork, 100_000m);

    private void Show(string equity, params string[] orders)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_state, "desk", "paper")).FullName;
        File.WriteAllText(
            Path.Combine(folder, "view.json"),
            $$"""{"orders":[{{string.Join(',', orders)}}],"pnl":{"equity":"{{equity}}"},"ledgerEqualsBroker":true}""");
    }

    private static string Order(string at, string task, string state = "ended") =>
        $$"""{"at":"{{at}}","key":"{{task}}@2026-11-20T10:05","clientOrderId":"{{at}}","symbol":"ALFA","side":"buy","quantity":"10","state":"{{state}}"}""";

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}

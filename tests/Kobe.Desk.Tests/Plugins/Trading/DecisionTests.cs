using Kobe.Desk.Accounts;
using Kobe.Desk.Bars;
using Kobe.Desk.Brokers;
using Kobe.Plugins.Trading.Books;
using Kobe.Plugins.Trading.Entries;
using Kobe.Plugins.Trading.Exits;
using Kobe.Plugins.Trading.Reports;
using Kobe.Plugins.Trading.Signals;
using Kobe.Plugins.Trading.Stops;
using Kobe.Plugins.Trading.Watching;

namespace Kobe.Desk.Tests.Plugins.Trading;

/// <summary>Entries, exits, stops, limits: pure decisions as tables of facts.</summary>
public class DecisionTests
{
    private static readonly DateTimeOffset Open = new(2026, 11, 23, 14, 30, 0, TimeSpan.Zero);
    private static readonly BookedPosition Meant = new("ALFA", "opening-range", "opening-range", 100, 95, 110, Open, 3, true, 104, "row", "key");

    [Theory]
    // setup                  ask   waits for
    [InlineData(EntrySetup.Primary, 100.6, null)]
    [InlineData(EntrySetup.Primary, 100.0, "it is not above its opening range")]
    [InlineData(EntrySetup.Primary, 94.0, "94 lies at its stop 95 or below")]
    [InlineData(EntrySetup.Swing, 100.0, null)]
    [InlineData(EntrySetup.Swing, 101.5, "101.5 is more than 1 % above 100")]
    [InlineData(EntrySetup.Power, 100.0, null)]
    public void Entry_WaitsForItsPrice(EntrySetup setup, double ask, string? why) =>
        Assert.Equal(why, EntryTrigger.Wait(setup, Candidate(), (decimal)ask, 0.01m, Rising(), 3));

    [Fact]
    public void PowerEntry_WaitsForTheDaysTrend() =>
        Assert.Equal("it is not above its open and its mean price", EntryTrigger.Wait(EntrySetup.Power, Candidate(), 100, 0.01m, Minutes(100, 99.5, 99), 3));

    [Theory]
    // kind                    price minutes sessions  due
    [InlineData(ExitKind.Stop, 95.0, 10, 0, true)]
    [InlineData(ExitKind.Stop, 95.1, 10, 0, false)]
    [InlineData(ExitKind.Target, 110.0, 10, 0, true)]
    [InlineData(ExitKind.Target, 109.9, 10, 0, false)]
    [InlineData(ExitKind.Trail, 102.0, 10, 0, false)] // best gain 4 of a risk of 5
    [InlineData(ExitKind.Idle, 101.0, 120, 0, true)]
    [InlineData(ExitKind.Idle, 101.0, 119, 0, false)]
    [InlineData(ExitKind.Idle, 102.6, 300, 0, false)]
    [InlineData(ExitKind.Overdue, 100.0, 0, 4, true)]
    [InlineData(ExitKind.Overdue, 100.0, 0, 3, false)]
    [InlineData(ExitKind.Planned, 100.0, 0, 0, true)]
    [InlineData(ExitKind.Earnings, 100.0, 0, 0, true)]
    public void Exit_IsDue_ForItsReason(ExitKind kind, double price, int minutes, int sessions, bool due) =>
        Assert.Equal(due, Why(kind, price, Meant, minutes, sessions) is not null);

    [Theory]
    [InlineData(110, 105, true)] // gained ten, five left
    [InlineData(110, 105.1, false)]
    [InlineData(104, 101, false)] // never gained its risk
    public void Trail_ClosesWhatGaveHalfBack(double highest, double price, bool due) =>
        Assert.Equal(due, Why(ExitKind.Trail, price, Meant with { Highest = (decimal)highest }, 0, 0) is not null);

    [Theory]
    // rule                       highest price  range decided   to
    [InlineData(RatchetRule.Trail, 110, 108, 2, null, 104.0)]
    [InlineData(RatchetRule.Trail, 100, 99, 2, null, null)]      // below the stop that lies
    [InlineData(RatchetRule.Trail, 110, 104.1, 2, null, null)]   // too near to the price
    [InlineData(RatchetRule.Breakeven, 105, 104, 2, null, 100.0)]
    [InlineData(RatchetRule.Breakeven, 104.9, 104, 2, null, null)]
    [InlineData(RatchetRule.Decided, 105, 104, 2, 98.5, 98.5)]
    [InlineData(RatchetRule.Decided, 105, 104, 2, 94.0, null)]
    public void Stop_MovesCloser_NeverAway(RatchetRule rule, double highest, double price, double range, double? decided, double? to) =>
        Assert.Equal((decimal?)to, RatchetStopsHandler.Level(
            new(rule), Held(price), Meant with { Highest = (decimal)highest }, range, (decimal?)decided));

    [Theory]
    [InlineData(1_599, "None")]
    [InlineData(1_600, "Warned")]
    [InlineData(2_000, "Reduced")]
    [InlineData(3_000, "Halted")]
    public void Loss_HasItsLevel(int loss, string level) =>
        Assert.Equal(level, RiskMonitorHandler.LevelOf(loss, 2_000, new()).ToString());

    [Theory]
    // price risks share fall   emergency
    [InlineData(89.9, true)]  // twice the risk of five
    [InlineData(90.1, false)]
    [InlineData(101, false)]
    public void Emergency_IsALossBeyondEveryStop(double price, bool is_)
        => Assert.Equal(is_, EmergencyExitHandler.Why(new(), Held(price), Meant, 1_000_000) is not null);

    [Fact]
    public void Trims_CutWhatIsOverItsWeight_AndShareWhatIsTooMuchInAll()
    {
        Position[] held = [new("A", 200, 200, 90, 100), new("B", 100, 100, 90, 100)];

        var weight = RebalanceHandler.Trims(held, 100_000, 0.15m, 1).ToList();
        var exposure = RebalanceHandler.Trims(held, 100_000, 1, 0.15m).ToList();

        Assert.Equal(("A", 50m), (Assert.Single(weight).Position.Symbol, weight[0].Shares));
        Assert.Equal([100m, 50m], exposure.Select(one => one.Shares));
    }

    [Fact]
    public void OpeningRange_NeedsABreak_AndCountsItsOwnShares()
    {
        var broken = DayScan.OpeningRange(Minutes(100, 100.2, 100.4, 101), 3)!.Value;

        Assert.Equal((101, 3_000), (broken.Entry, broken.Volume));
        Assert.Null(DayScan.OpeningRange(Minutes(100, 100.2, 100.4, 100.3), 3));
        Assert.Null(DayScan.OpeningRange(Minutes(100, 100.2, 101), 3));
        Assert.Null(DayScan.OpeningRange(Minutes(100, 101), 0));
    }

    [Fact]
    public void Gap_MustHold_AndTrendMustBeNearItsHigh()
    {
        Assert.NotNull(DayScan.Gap(Minutes(100, 101), 98, 0.01));
        Assert.Null(DayScan.Gap(Minutes(100, 99), 98, 0.01));
        Assert.Null(DayScan.Gap(Minutes(100, 101), 99.5, 0.01));
        Assert.NotNull(DayScan.Trend(Minutes(100, 101, 102), 0.01));
        Assert.Null(DayScan.Trend(Minutes(100, 104, 101), 0.01));
    }

    [Fact]
    public void Correlation_IsThatOfTheReturns_AndUnknownWithFewDays()
    {
        var a = MarketStage.Closes(new(2026, 11, 23), MarketStage.Walk(80, 1));
        var b = MarketStage.Closes(new(2026, 11, 23), [.. MarketStage.Walk(80, 1).Select(close => close * 3)]);

        Assert.Equal(1, Together.Of(a, b, 60)!.Value, 9);
        Assert.InRange(Together.Of(a, MarketStage.Closes(new(2026, 11, 23), MarketStage.Walk(80, 2)), 60)!.Value, -0.5, 0.5);
        Assert.Null(Together.Of(a.AsSpan(0, 20), b, 60));
    }

    [Theory]
    [InlineData(ReportSpan.Day, "2026-11-27")]
    [InlineData(ReportSpan.Week, "2026-11-21")]
    [InlineData(ReportSpan.Month, "2026-11-01")]
    [InlineData(ReportSpan.Quarter, "2026-10-01")]
    [InlineData(ReportSpan.Year, "2026-01-01")]
    public void Span_BeginsOnItsFirstDate(ReportSpan span, string from) =>
        Assert.Equal(DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), SpanDates.Of(span, new(2026, 11, 27)).From);

    [Theory]
    [InlineData(-1, 29, true)]
    [InlineData(-1, 31, false)]
    [InlineData(1, 29, false)]
    public void WashSale_IsALossWithAPurchaseAroundIt(int profit, int days, bool wash)
    {
        var trade = new ClosedTrade("A", Open.AddDays(-90), Open, 10, 1_000, 1_000 + profit, null, 1, 1);

        Assert.Equal(wash, TaxLotsHandler.IsWash(trade, [trade.OpenedAt, Open.AddDays(days)]));
    }

    [Theory]
    [InlineData(101.2, 100)]
    [InlineData(102.6, 105)]
    [InlineData(11.3, 12.5)]
    public void Strike_IsTheNearestRoundOne(double price, double strike) =>
        Assert.Equal((decimal)strike, ExpiryGuardHandler.StrikeOf((decimal)price));

    private static string? Why(ExitKind kind, double price, BookedPosition meant, int minutes, int sessions) => ExitRule.Why(
        new(kind), Held(price), meant, Open.AddMinutes(minutes), sessions, new Dictionary<string, string> { ["ALFA"] = "so it was decided" }, ["ALFA"]);

    private static Position Held(double price) => new("ALFA", 10, 10, 100, (decimal)price);

    private static Candidate Candidate() => new("ALFA", "trend-pullback", "primary", null, 100, 95, null, "", IsDayTrade: false);

    private static Bar[] Rising() => Minutes(99, 99.5, 100.5, 100.4);

    private static Bar[] Minutes(params double[] closes) =>
    [
        .. closes.Select((close, i) => new Bar(
            Open.AddMinutes(i), Open.AddMinutes(i + 1), i == 0 ? close : closes[i - 1], Math.Max(close, i == 0 ? close : closes[i - 1]),
            Math.Min(close, i == 0 ? close : closes[i - 1]) - 0.01, close, 1_000)),
    ];
}

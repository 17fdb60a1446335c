using Kobe.Contracts;
using Kobe.Core.Markets;
using Kobe.Core.Runs;
using Kobe.Desk.Accounts;
using Kobe.Desk.Brokers;
using Kobe.Desk.Orders;
using Kobe.Desk.Orders.Gates;
using static Kobe.Desk.Tests.Orders.DeskScene;

namespace Kobe.Desk.Tests.Orders;

/// <summary>Each gate at, below and beyond its limit: equity 100,000, AAPL at 190, the usual limits.</summary>
public class RiskGatesTests
{
    private static readonly MarketClock Market = new CalendarSet(
        [BuiltInCalendars.Xnys(Zones.NewYork)], PhaseTable.BuiltIn, Kobe.Core.Markets.Events.BuiltInEvents.Rules).Default;

    public static TheoryData<string, string, Grade> Table => new()
    {
        // what is different, the gate, its grade
        { "nothing", "max_position", Grade.Passed },
        { "quantity 84", "max_position", Grade.Passed },
        { "quantity 85", "max_position", Grade.Warned },
        { "quantity 105", "max_position", Grade.Warned },
        { "quantity 106", "max_position", Grade.Denied },
        { "held 100", "max_position", Grade.Denied },
        { "open buy 100", "max_position", Grade.Denied },
        { "open sell 100", "max_position", Grade.Passed },
        { "resting 60", "max_position", Grade.Passed },
        { "resting 60", "exposure", Grade.Passed },
        { "others 98000", "exposure", Grade.Warned },
        { "others 98200", "exposure", Grade.Denied },
        { "stop none", "trade_risk", Grade.Denied },
        { "stop 191", "trade_risk", Grade.Denied },
        { "stop 90.02", "trade_risk", Grade.Warned },
        { "stop 90", "trade_risk", Grade.Denied },
        { "equity 97100", "daily_loss", Grade.Warned },
        { "equity 96900", "daily_loss", Grade.Denied },
        { "equity 91000", "drawdown", Grade.Warned },
        { "equity 89000", "drawdown", Grade.Denied },
        { "orders 6", "order_rate", Grade.Passed },
        { "orders 9", "order_rate", Grade.Warned },
        { "orders 10", "order_rate", Grade.Denied },
        { "earlier 19", "task_cap", Grade.Warned },
        { "earlier 20", "task_cap", Grade.Denied },
        { "denied 20", "order_rate", Grade.Passed },
        { "denied 20", "task_cap", Grade.Passed },
        { "yesterday 20", "task_cap", Grade.Passed },
        { "neighbour 20", "task_cap", Grade.Passed },
        { "sector 38200", "sector_heat", Grade.Denied },
        { "sector 37000", "sector_heat", Grade.Warned },
        { "others 58200", "correlation_heat", Grade.Denied },
        { "uncorrelated 58200", "correlation_heat", Grade.Passed },
        { "unknown 58200", "correlation_heat", Grade.Denied },
        { "quote 100s", "stale_data", Grade.Warned },
        { "quote 121s", "stale_data", Grade.Denied },
        { "quote none", "stale_data", Grade.Denied },
        { "bidless", "stale_data", Grade.Denied },
        { "askless", "stale_data", Grade.Denied },
        { "broker closed", "market_open", Grade.Denied },
        { "broker silent", "market_open", Grade.Denied },
        { "lunch", "market_open", Grade.Denied },
        { "opening", "kill_zone", Grade.Denied },
        { "fomc", "event_window", Grade.Denied },
        { "blocked", "unexplained", Grade.Denied },
        { "barred", "account", Grade.Denied },
        { "power 1800", "day_trades", Grade.Denied },
        { "legacy 3", "day_trades", Grade.Denied },
        { "legacy 2", "day_trades", Grade.Warned },
        { "exit 10 of 10", "exit_only", Grade.Passed },
        { "exit 11 of 10", "exit_only", Grade.Denied },
        { "halted", "trading_state", Grade.Denied },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Gate_Judges(string what, string code, Grade grade)
    {
        var verdict = RiskGates.Judge(Input(what)).Single(one => one.Code == code);

        Assert.True(grade == verdict.Grade, $"{what}: {verdict}");
        Assert.NotEmpty(verdict.Text);
    }

    [Fact]
    public void Denial_ShowsItsArithmetic()
    {
        var verdict = RiskGates.Judge(Input("quantity 106")).Single(one => one.Code == "max_position");

        Assert.Equal(
            "AAPL in dollars 20142.12 > 20000 (held 0 + open orders 0 + this 20142.12; 20 % of equity 100000)", verdict.Text);
    }

    [Fact]
    public void PlainEntry_PassesEveryGate() =>
        Assert.All(RiskGates.Judge(Input("nothing")), verdict => Assert.True(verdict.Grade == Grade.Passed, verdict.ToString()));

    [Theory]
    // moved in today, equity now; the day began with 100,000, and an hour ago the account stood at 96,000
    [InlineData(0, 97_000, Grade.Warned)]
    [InlineData(0, 96_999, Grade.Denied)]
    [InlineData(10_000, 107_000, Grade.Warned)]
    [InlineData(10_000, 106_999, Grade.Denied)]
    [InlineData(-50_000, 50_000, Grade.Passed)]
    [InlineData(-50_000, 46_999, Grade.Denied)]
    public void LossOfTheDay_LeavesTransfersOut_AndBeginsBeforeTheDay(int moved, int equity, Grade grade)
    {
        var ledger = Valued((Start.AddDays(-4), 100_000), (Start.AddHours(-1), 96_000));
        ledger.Book(new LedgerEntry.Moved("moved", Start.AddMinutes(-5), ActivityKind.Transfer, "", moved));

        Assert.Equal(grade, GradeOf("daily_loss", ledger, equity));
    }

    [Theory]
    // moved in before the equity of now; the account once stood at 120,000
    [InlineData(0, 108_000, Grade.Warned)]
    [InlineData(0, 107_999, Grade.Denied)]
    [InlineData(-60_000, 60_000, Grade.Passed)]
    [InlineData(-60_000, 47_999, Grade.Denied)]
    [InlineData(60_000, 170_000, Grade.Warned)]
    [InlineData(60_000, 167_999, Grade.Denied)]
    public void Drawdown_LeavesTransfersOut(int moved, int equity, Grade grade)
    {
        var ledger = Valued((Start.AddDays(-5), 120_000));
        ledger.Book(new LedgerEntry.Moved("moved", Start.AddDays(-4), ActivityKind.Transfer, "", moved));
        ledger.Book(new LedgerEntry.Valued("after", Start.AddDays(-4)));

        Assert.Equal(grade, GradeOf("drawdown", ledger, equity));
    }

    [Fact]
    public void Exit_MeetsOnlyWhatMustHoldForEveryOrder() => Assert.Equal(
        ["trading_state", "exit_only", "order_rate"], RiskGates.Judge(Input("exit 10 of 10")).Select(one => one.Code));

    [Theory]
    // fills of five shares today: bought, sold; of yesterday before the bar
    [InlineData("bbss", 1)]
    [InlineData("bbs", 1)]
    [InlineData("bsbs", 2)]
    [InlineData("bb|ss", 0)]
    [InlineData("bb|bsss", 1)]
    [InlineData("sb", 1)]
    [InlineData("bb", 0)]
    public void DayTrade_IsAChangeFromOpeningToClosingOnOneDate(string fills, int trades)
    {
        var ledger = new AccountLedger();
        ledger.Book(new LedgerEntry.Opened("opened", Start.AddDays(-9), 20_000));
        var yesterday = fills.IndexOf('|', StringComparison.Ordinal);
        foreach (var (side, i) in fills.Select((side, i) => (side, i)).Where(one => one.side != '|'))
        {
            var at = Start.AddHours(-1).AddMinutes(i).AddDays(i < yesterday ? -3 : 0);
            ledger.Book(new LedgerEntry.Traded(
                $"f{i}", at, "AAPL", side == 'b' ? OrderSide.Buy : OrderSide.Sell, 5, 100, "c", false, null));
        }

        var verdict = RiskGates.Judge(Input("legacy 0") with { Ledger = ledger }).Single(one => one.Code == "day_trades");

        Assert.Contains($"({trades} made", verdict.Text, StringComparison.Ordinal);
    }

    private static Grade GradeOf(string code, AccountLedger ledger, decimal equity)
    {
        var input = Input("nothing");
        var account = input.Account! with { Equity = equity };
        return RiskGates.Judge(input with { Account = account, Losses = LossMarks.Of(ledger, account, input.Market.Date, Zones.NewYork) })
            .Single(one => one.Code == code).Grade;
    }

    // A ledger that was worth so much at some instants: a thousand shares at a tenth of a percent of it.
    private static AccountLedger Valued(params (DateTimeOffset At, decimal Equity)[] points)
    {
        var ledger = new AccountLedger();
        ledger.Book(new LedgerEntry.Opened("opened", Start.AddDays(-9), 100_000));
        ledger.Book(new LedgerEntry.Traded("b", Start.AddDays(-8), "XYZ", OrderSide.Buy, 1_000, 100, "c", false, null));
        foreach (var (at, equity) in points)
        {
            ledger.Book(new LedgerEntry.Marked($"m{equity}", at, "XYZ", equity / 1_000));
            ledger.Book(new LedgerEntry.Valued($"v{equity}", at));
        }

        return ledger;
    }

    private static GateInput Input(string what)
    {
        var (word, number) = what.Split(' ') is [var first, var second, ..] ? (first, second) : (what, "");
        var amount = decimal.TryParse(number, out var parsed) ? parsed : 0;
        var now = word switch
        {
            "lunch" => Start.AddHours(2),
            "opening" => new DateTimeOffset(2026, 11, 23, 14, 33, 0, TimeSpan.Zero),
            "fomc" => new DateTimeOffset(2026, 12, 9, 18, 45, 0, TimeSpan.Zero),
            _ => Start,
        };
        var market = Market.At(now);
        var held = word == "held" ? amount : word == "exit" ? 10 : word == "resting" ? 60 : 0;
        List<Position> positions = held == 0 ? [] : [new("AAPL", held, held, 180, 190)];
        if (word is "others" or "uncorrelated" or "unknown" or "sector")
        {
            positions.Add(new("XYZ", amount / 100, amount / 100, 100, 100));
        }

        var (ledger, records) = (Ledger(word, (int)amount), Records(word, (int)amount));
        var account = new Account
        {
            Number = "A",
            Status = "ACTIVE",
            Cash = 100_000,
            Equity = word == "equity" ? amount : word == "legacy" ? 20_000 : 100_000,
            LastEquity = word == "equity" ? 100_000 : word == "legacy" ? 20_000 : 100_000,
            BuyingPower = word == "power" ? amount : 200_000,
            IsBlocked = word == "barred",
        };
        return new GateInput
        {
            Intent = (word == "exit" ? Exit(quantity: amount) : Entry(quantity: word == "quantity" ? amount : 10)) with
            {
                PlannedStop = word != "stop" ? 185 : number == "none" ? null : amount,
                Sector = word == "sector" ? "tech" : "other",
                Correlations = word == "unknown" ? new Dictionary<string, double>()
                    : new Dictionary<string, double> { ["XYZ"] = word == "uncorrelated" ? 0.2 : 0.9 },
            },
            Now = now,
            Limits = RiskLimits.Default with { DayTrades = word == "legacy" ? DayTradePolicy.LegacyPdt : DayTradePolicy.IntradayMargin },
            Standing = new(word == "halted" ? TradingState.HALTED : TradingState.ACTIVE, false, "a test"),
            Market = market,
            Session = Market.Calendar.On(market.Date).Session,
            Clock = what == "broker silent" ? null : new(now, what != "broker closed" && market.IsMarketOpen, now, now),
            Account = account,
            Quote = what == "quote none" ? null : new Quote(
                word == "bidless" ? 0 : 189.98m, word == "askless" ? 0 : 190.02m, 190m, now.AddSeconds(word == "quote" ? -int.Parse(number.TrimEnd('s')) : 0)),
            Positions = positions,
            OpenOrders = word == "open" ? [Open(number, decimal.Parse(what.Split(' ')[2]))]
                : word == "resting" ? [Open("sell", amount) with { Status = OrderStatus.New }]
                : [],
            Losses = LossMarks.Of(ledger, account, market.Date, Zones.NewYork),
            Sectors = records.Sectors(),
            Ledger = ledger,
            Records = records,
            Blocked = word == "blocked" ? new HashSet<string> { "AAPL" } : [],
            LastSessions = [new(2026, 11, 23), new(2026, 11, 20), new(2026, 11, 19), new(2026, 11, 18), new(2026, 11, 17)],
            Zone = Zones.NewYork,
        };
    }

    private static Order Open(string side, decimal quantity) => new()
    {
        Id = "o",
        ClientOrderId = "o",
        Symbol = "AAPL",
        Side = side == "buy" ? OrderSide.Buy : OrderSide.Sell,
        Type = OrderType.Limit,
        LimitPrice = 189,
        TimeInForce = TimeInForce.Day,
        Status = side == "buy" ? OrderStatus.New : OrderStatus.Held,
        Quantity = quantity,
    };

    private static AccountLedger Ledger(string word, int count)
    {
        var ledger = new AccountLedger();
        ledger.Book(new LedgerEntry.Opened("opened", Start.AddDays(-9), word == "legacy" ? 20_000 : 100_000));
        for (var i = 0; word == "legacy" && i < count; i++)
        {
            var at = Start.AddDays(-new[] { 4, 3, 0 }[i]).AddHours(-1);
            ledger.Book(Fill($"b{i}", at, OrderSide.Buy));
            ledger.Book(Fill($"s{i}", at.AddMinutes(5), OrderSide.Sell));
        }

        return ledger;
    }

    private static LedgerEntry.Traded Fill(string id, DateTimeOffset at, OrderSide side) =>
        new(id, at, "AAPL", side, 10, 100, "c", false, null);

    private static OrderRecords Records(string word, int count)
    {
        var records = new OrderRecords();
        for (var i = 0; word is "orders" or "earlier" or "denied" or "yesterday" or "neighbour" && i < count; i++)
        {
            var at = word is "orders" or "denied" ? Start.AddSeconds(-i) : word == "yesterday" ? Start.AddDays(-1) : Start.AddMinutes(-2 - i);
            records.Put(new OrderRecord(
                Brokers.BrokerScene.Buy($"r{i}", 1), "k", word == "neighbour" ? "other" : "orb", IntentKind.Entry, at,
                word == "denied" ? RecordState.Denied : RecordState.Confirmed));
        }

        if (word == "sector")
        {
            records.Put(new OrderRecord(
                Brokers.BrokerScene.Buy("x", 1) with { Symbol = "XYZ" }, "k", "t", IntentKind.Entry, Start.AddDays(-3), RecordState.Ended) { Sector = "tech" });
        }

        return records;
    }
}

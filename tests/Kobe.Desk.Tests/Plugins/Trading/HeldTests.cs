using Kobe.Contracts;
using Kobe.Desk.Accounts;
using Kobe.Desk.Bars;
using Kobe.Desk.Brokers;
using Kobe.Desk.Files;
using Kobe.Desk.Orders;
using Kobe.Desk.Sessions;
using Kobe.Desk.Tests.Support;
using Kobe.Plugins.Trading.Books;
using Kobe.Plugins.Trading.Exits;
using Kobe.Plugins.Trading.Reports;
using Kobe.Plugins.Trading.Watching;

namespace Kobe.Desk.Tests.Plugins.Trading;

/// <summary>What the rows say and do about positions, at prices that a test planted: flat at 100 up to the Friday before, then as it says.</summary>
public sealed class HeldTests : IDisposable
{
    // The first date without bars: five sessions follow the flat hundred, those of the 23rd, 24th, 25th, 27th and 30th.
    private static readonly DateOnly End = new(2026, 12, 1);

    private HandlerStage _stage = null!;

    public void Dispose() => _stage.Dispose();

    [Fact]
    public async Task SymbolsWithoutAPrice_AreCounted_AndNamed()
    {
        await PlantBarsAsync(new() { ["SPY"] = MarketStage.Closes(End, Flat), ["GONE"] = MarketStage.Closes(new(2026, 10, 1), Flat) });

        var quotes = await _stage.SucceedAsync(new CheckAccessHandler(), new AccessArguments(AccessQuestion.Quotes));
        var sessions = await _stage.SucceedAsync(new CheckAccessHandler(), new AccessArguments(AccessQuestion.Calendar));

        Assert.Equal((2L, 1L, "GONE"), (quotes.Evidence.Counts["symbols"], quotes.Evidence.Counts["without_price"], Assert.Single(quotes.Evidence.Ids).Id));
        Assert.Equal((10L, 0L), (sessions.Evidence.Counts["sessions"], sessions.Evidence.Counts["differences"]));
    }

    [Fact]
    public async Task Split_DividesWhatIsMeantWithAPosition_OnceADate()
    {
        await PlantAsync(("UP", [101, 102, 103, 104, 105]));
        var factors = Directory.CreateDirectory(Path.Combine(_stage.State, "planted", "factors"));
        await File.WriteAllTextAsync(Path.Combine(factors.FullName, "UP.csv"), "20261120,1,0.5,100\n20501231,1,1,0\n", TestContext.Current.CancellationToken);
        Mean(Meant("UP") with { Target = 120, Guard = 98 });

        var first = await _stage.SucceedAsync(new CorporateActionsHandler());
        await _stage.SucceedAsync(new CorporateActionsHandler());

        var meant = Book().Find("UP")!;
        Assert.Equal(1, first.Evidence.Counts["actions"]);
        Assert.Equal((50m, 48.5m, 60m, 49m), (meant.Entry, meant.Stop, meant.Target, meant.Guard));
        Assert.Contains("UP splits 2 for 1 today", Assert.Single(_stage.Notices).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DaysResult_CountsTheDaysFills_AndTheChangeSinceTheDayBefore()
    {
        await PlantAsync(("UP", [101, 111, 111, 111, 111]));
        await BuyAsync("UP");
        var first = await ResultAsync("2026-11-23");
        var second = await ResultAsync("2026-11-24");

        Assert.Equal((1, 1, 0, 0), (first.Fills, first.Orders, second.Fills, second.Orders));
        Assert.Equal(second.Equity - first.Equity, second.Change);
        Assert.InRange(second.Change, 450m, 550m); // fifty shares, ten dollars each

        async Task<(int Fills, int Orders, decimal Equity, decimal Change)> ResultAsync(string date)
        {
            _stage.Time.Set(HandlerStage.At(date, "16:20"));
            await _stage.SucceedAsync(new DailyResultHandler());
            var day = _stage.Find("account.day")!.Value;
            Assert.True(day.GetProperty("ledger_equals_broker").GetBoolean());
            return (day.GetProperty("fills").GetInt32(), day.GetProperty("orders").GetInt32(), day.GetProperty("equity").GetDecimal(), day.GetProperty("change").GetDecimal());
        }
    }

    [Fact]
    public async Task MoneyThatWasPaidOut_IsNoFallOfTheEquityCurve()
    {
        await PlantAsync(("UP", [101, 102, 103, 104, 105]));
        await _stage.Time.RunAsync((await DeskAsync()).ReconcileAsync(default));
        DeskRoom.Close(_stage.State);
        _stage.Time.Set(HandlerStage.At("2026-11-24", "16:20"));
        using (var log = LineLog.Open(Path.Combine(_stage.State, "desk", "paper", "ledger.jsonl")))
        {
            var now = _stage.Time.GetUtcNow();
            new LedgerBook(log).Book(new LedgerEntry.Moved("out", now, ActivityKind.Transfer, "", -5_000), new LedgerEntry.Valued("value", now));
        }

        var result = await _stage.SucceedAsync(new EquityCurveHandler());

        Assert.Equal((2L, "0 %"), (result.Evidence.Counts["days"], Assert.Single(result.Evidence.Ids).Id));
        var text = await File.ReadAllTextAsync(result.Evidence.Outputs[0].Path, TestContext.Current.CancellationToken);
        Assert.EndsWith("2026-11-24,95000.00,-5000.00,0\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-23", 2, false)]
    [InlineData("2026-11-24", 2, false)]
    [InlineData("2026-11-25", 2, true)]
    [InlineData("2026-11-25", 0, false)] // for ever
    public async Task PositionWhoseTimeIsUp_GoesToTheClosingAuction(string date, int sessions, bool isSold)
    {
        await PlantAsync(("UP", [101, 102, 103, 104, 105]));
        await BuyAsync("UP");
        Mean(Meant("UP") with { TimeStop = sessions });
        _stage.Time.Set(HandlerStage.At(date, "15:30"));

        var result = await _stage.RunAsync(new ExitAtCloseHandler());

        Assert.Equal(isSold, result is TaskResult.Succeeded);
        Assert.Equal(isSold, (await OpenAsync()).Any(order => order is { Side: OrderSide.Sell, TimeInForce: TimeInForce.Cls }));
    }

    [Theory]
    [InlineData(90, 1)]
    [InlineData(102.9, 0)]
    public async Task StopOfTheNextSession_IsWrittenDown_WhenItIsCloser(double guard, int stops)
    {
        await PlantAsync(("UP", [101, 103, 104, 105, 106]));
        await BuyAsync("UP");
        Mean(Meant("UP") with { Stop = 90, Guard = (decimal)guard });
        _stage.Time.Set(HandlerStage.At("2026-11-24", "16:10"));

        var result = await _stage.SucceedAsync(new EvaluateExitsHandler());

        Assert.Equal((1L, 0L, stops), (result.Evidence.Counts["positions"], result.Evidence.Counts["exits"], result.Evidence.Counts["stops"]));
        Assert.Equal("2026-11-25", _stage.Find("exits.tomorrow")!.Value.GetProperty("for").GetString());
    }

    [Fact]
    public async Task PricesNearARoundStrike_AreToldInTheWeekOfAnExpiry()
    {
        await PlantAsync(("PIN", [100, 100, 100, 100, 100]), ("FREE", [102.6, 102.6, 102.6, 102.6, 102.6]));
        await BuyAsync("PIN");
        await BuyAsync("FREE");
        _stage.Time.Set(HandlerStage.At("2026-11-30", "15:30"));
        Assert.Contains("no monthly expiry", await _stage.SkipAsync(new ExpiryGuardHandler()), StringComparison.Ordinal);

        _stage.Time.Set(HandlerStage.At("2026-12-14", "09:00"));
        var result = await _stage.SucceedAsync(new ExpiryGuardHandler());

        Assert.Equal((2L, 1L, "2026-12-18"), (result.Evidence.Counts["positions"], result.Evidence.Counts["near_strike"], Assert.Single(result.Evidence.Ids).Id));
        Assert.Contains("Near a round strike: PIN 100 (100)", Assert.Single(_stage.Notices).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Losers_AreClosed_AndWinnersKept()
    {
        await PlantAsync(("DOWN", [99, 97, 97, 97, 97]), ("UP", [101, 103, 103, 103, 103]));
        await BuyAsync("DOWN");
        await BuyAsync("UP");
        _stage.Time.Set(HandlerStage.At("2026-11-25", "11:00"));

        await _stage.SucceedAsync(new FlattenHandler(), new FlattenArguments(FlattenScope.Losers));
        _stage.Time.Pass(TimeSpan.FromMinutes(3));

        Assert.Equal("UP", Assert.Single(await HeldAsync()).Symbol);
    }

    [Fact]
    public async Task EachLimit_IsComparedWithItsOwnUse()
    {
        await PlantAsync(("ONE", Level), ("TWO", Level));
        await BuyAsync("ONE", 90);
        await BuyAsync("TWO", 30);

        var used = (await _stage.SucceedAsync(new LimitsCheckHandler())).Evidence.Counts;

        Assert.InRange(used["position_percent"], 44, 46); // 9 of 20 percent of equity
        Assert.InRange(used["exposure_percent"], 11, 13); // 12 of 100
        Assert.Equal((5L, 0L), (used["task_cap_percent"], used["near"])); // one order a row of 20
    }

    [Fact]
    public async Task Heat_IsOfWhatMovesTogether()
    {
        var (one, other) = (MarketStage.Walk(105, 1), MarketStage.Walk(105, 2));
        await PlantBarsAsync(new() { ["AAA"] = MarketStage.Closes(End, one), ["BBB"] = MarketStage.Closes(End, one), ["CCC"] = MarketStage.Closes(End, other) });
        foreach (var symbol in new[] { "AAA", "BBB", "CCC" })
        {
            await BuyAsync(symbol, 20);
        }

        await _stage.SucceedAsync(new PortfolioHeatHandler(), new HeatArguments());

        var held = (await HeldAsync()).ToDictionary(position => position.Symbol, position => decimal.Round(position.MarketValue, 2));
        var together = _stage.Find("heat.today")!.Value.GetProperty("together").EnumerateArray()
            .ToDictionary(row => row.GetProperty("symbol").GetString()!, row => row.GetProperty("dollars").GetDecimal());
        Assert.Equal((held["AAA"] + held["BBB"], held["AAA"] + held["BBB"], held["CCC"]), (together["AAA"], together["BBB"], together["CCC"]));
    }

    [Fact]
    public async Task Gain_IsTakenInPart_OnceAPosition()
    {
        await PlantAsync(("UP", [101, 111, 112, 113, 114]));
        await BuyAsync("UP");
        Mean(Meant("UP"));
        _stage.Time.Set(HandlerStage.At("2026-11-25", "11:00"));

        await ScaleAsync();
        Assert.Equal(25, Assert.Single(await HeldAsync()).Quantity);
        await ScaleAsync();
        Assert.Equal(25, Assert.Single(await HeldAsync()).Quantity);

        async Task ScaleAsync()
        {
            await _stage.SucceedAsync(new ScaleOutHandler(), new ScaleOutArguments());
            _stage.Time.Pass(TimeSpan.FromMinutes(3));
        }
    }

    [Fact]
    public async Task StrategyResult_IsOfTheDaysThatWereAskedFor()
    {
        await PlantAsync(("UP", Level));
        TradeScene.Write(_stage,
        [
            .. new[] { TradeScene.Trade("2026-11-19", 1), TradeScene.Trade("2026-11-20", 1), TradeScene.Trade("2026-11-23", 2), TradeScene.Trade("2026-11-23", -1, "other") }
                .Select(trade => trade with { Profit = trade.Gain }),
        ]);

        var today = await _stage.SucceedAsync(new StrategyResultHandler(), new StrategyResultArguments(1));
        var four = await _stage.SucceedAsync(new StrategyResultHandler(), new StrategyResultArguments(4));

        Assert.Equal((2L, 2L, 3L), (today.Evidence.Counts["trades"], today.Evidence.Counts["strategies"], four.Evidence.Counts["trades"]));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Loss_IsAWash_WhenTheSameIsBoughtAgain(bool isBought)
    {
        await PlantAsync(("DOWN", [99, 97, 97, 97, 97]));
        await BuyAsync("DOWN");
        _stage.Time.Set(HandlerStage.At("2026-11-24", "15:00"));
        await _stage.SucceedAsync(new FlattenHandler(), new FlattenArguments(FlattenScope.All));
        _stage.Time.Pass(TimeSpan.FromMinutes(3));
        await _stage.Time.RunAsync((await DeskAsync()).ReconcileAsync(default));
        _stage.Time.Set(HandlerStage.At("2026-11-25", "11:00"));
        if (isBought)
        {
            await BuyAsync("DOWN", key: "again");
        }

        var result = await _stage.SucceedAsync(new TaxLotsHandler());

        var again = isBought ? 1L : 0L;
        Assert.Equal((1L, again, again), (result.Evidence.Counts["closed_lots"], result.Evidence.Counts["open_lots"], result.Evidence.Counts["wash_sales"]));
    }

    private static double[] Flat => [.. Enumerable.Repeat(100.0, 105)];

    private static double[] Level => [100, 100, 100, 100, 100];

    private Task PlantAsync(params (string Symbol, double[] Closes)[] symbols) => PlantBarsAsync(symbols.ToDictionary(
        symbol => symbol.Symbol, symbol => MarketStage.Closes(End, [.. Flat[..100], .. symbol.Closes])));

    private async Task PlantBarsAsync(Dictionary<string, Bar[]> symbols) => _stage = await MarketStage.PlantedAsync(HandlerStage.At("2026-11-23", "11:00"), symbols);

    private async Task BuyAsync(string symbol, decimal quantity = 50, string key = "buy")
    {
        var desk = await DeskAsync();
        var answer = await _stage.Time.RunAsync(desk.Door.SubmitAsync(
            new()
            {
                Key = $"{key}.{symbol}@1", Task = $"{key}.{symbol}", Kind = IntentKind.Entry, Symbol = symbol, Side = OrderSide.Buy, Quantity = quantity, PlannedStop = 92,
            },
            default));
        Assert.True(answer is DoorAnswer.Confirmed, answer.ToString());
        _stage.Time.Pass(TimeSpan.FromMinutes(3));
        await _stage.Time.RunAsync(desk.ReconcileAsync(default));
    }

    private BookedPosition Meant(string symbol) => new(
        symbol, "trend-pullback", "swing", 100, 97, null, _stage.Time.GetUtcNow(), 0, IsDayTrade: false, 100, "buy", "buy@1");

    private void Mean(BookedPosition meant)
    {
        var book = Book();
        book.Put(meant);
        book.Save();
    }

    private PositionBook Book() => new(Path.Combine(_stage.State, "desk", "paper"));

    private async Task<TradingDesk> DeskAsync() => await DeskSession.Of(_stage.Context()).TradingAsync(default);

    private async Task<IReadOnlyList<Position>> HeldAsync() => (await (await DeskAsync()).Account.PositionsAsync(default)).ValueOrDefault!;

    private async Task<IReadOnlyList<Order>> OpenAsync() => (await (await DeskAsync()).Account.OpenOrdersAsync(default)).ValueOrDefault!;
}

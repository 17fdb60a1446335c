using Kobe.Desk.Accounts;
using Kobe.Desk.Brokers;

namespace Kobe.Desk.Tests.Accounts;

/// <summary>What the ledger makes of single entries.</summary>
public class AccountLedgerTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 15, 0, 0, TimeSpan.Zero);
    private int _ids;

    [Fact]
    public void Lots_AreClosed_FirstInFirstOut()
    {
        var ledger = Book(Buy(10, 100), Buy(10, 110), Sell(15, 120));

        Assert.Equal([(10m, 1000m, 1200m), (5m, 550m, 600m)], ledger.Closed.Select(one => (one.Quantity, one.Cost, one.Proceeds)));
        Assert.Equal((250m, 5m, 550m), (ledger.Realised, ledger.QuantityOf("A"), ledger.TotalCost));
        Assert.Equal(9_700m, ledger.Cash);
        Assert.Equal(50m, ledger.Unrealised);
    }

    [Fact]
    public void ShortTrades_EarnWhenThePriceFalls()
    {
        var ledger = Book(Sell(10, 100), Buy(4, 90), Buy(6, 105));

        Assert.Equal(10m, ledger.Realised);
        Assert.Equal((0m, 10_010m), (ledger.QuantityOf("A"), ledger.Cash));
        Assert.Empty(ledger.Symbols);
    }

    [Fact]
    public void Trade_KnowsItsMultipleOfRisk_AndHowFarItWentEitherWay()
    {
        var ledger = Book(Buy(10, 100, stop: 95), Mark(97), Mark(112), Sell(10, 110));

        var trade = Assert.Single(ledger.Closed);
        Assert.Equal((100m, 2m), (trade.Profit, trade.RMultiple));
        Assert.Equal((-30m, 120m), (trade.MaxAdverseExcursion, trade.MaxFavorableExcursion));
    }

    [Fact]
    public void Split_ChangesShares_AndNoMoney()
    {
        var ledger = Book(Buy(10, 100, stop: 90), new LedgerEntry.Split(Id(), Start, "A", 30), Sell(20, 30));

        Assert.Equal((20m, 500m, 22.5m), (ledger.QuantityOf("A"), ledger.TotalCost, ledger.LotsOf("A")[0].Stop));
        Assert.Equal(100m, ledger.Realised);
    }

    [Fact]
    public void MoneyWithoutTrades_IsKeptApart()
    {
        var ledger = Book(Moved(ActivityKind.Fee, -1.5m), Moved(ActivityKind.Dividend, 3), Moved(ActivityKind.Interest, -2), Moved(ActivityKind.Transfer, 500));

        Assert.Equal((1.5m, 3m, -2m, 500m), (ledger.Fees, ledger.Dividends, ledger.Interest, ledger.NetTransfers));
        Assert.Equal((10_499.5m, 0m), (ledger.Cash, ledger.Realised));
    }

    [Fact]
    public void Entry_IsBookedOnce()
    {
        var ledger = Book();
        var fill = Buy(10, 100);

        Assert.True(ledger.Book(fill));
        Assert.False(ledger.Book(fill));
        Assert.Equal((10m, 9_000m), (ledger.QuantityOf("A"), ledger.Cash));
    }

    [Fact]
    public void PositionOfTheBeginning_HasItsCost_AndTakesNoCash()
    {
        var ledger = Book(new LedgerEntry.Adopted(Id(), Start, "A", 10, 950), Sell(10, 100), new LedgerEntry.Valued(Id(), Start));

        Assert.Equal((50m, 11_000m, 950m), (ledger.Realised, ledger.Cash, ledger.AdoptedCost));
        Assert.Equal(new EquityPoint(Start, 11_000m, 0), Assert.Single(ledger.EquityCurve));
    }

    private AccountLedger Book(params LedgerEntry[] entries)
    {
        var ledger = new AccountLedger();
        ledger.Book(new LedgerEntry.Opened("opened", Start, 10_000));
        foreach (var entry in entries)
        {
            ledger.Book(entry);
        }

        return ledger;
    }

    private string Id() => $"id-{_ids++}";

    private LedgerEntry.Traded Buy(decimal quantity, decimal price, decimal? stop = null) =>
        new(Id(), Start, "A", OrderSide.Buy, quantity, price, "c", false, stop);

    private LedgerEntry.Traded Sell(decimal quantity, decimal price) =>
        new(Id(), Start, "A", OrderSide.Sell, quantity, price, "c", false, null);

    private LedgerEntry.Marked Mark(decimal price) => new(Id(), Start, "A", price);

    private LedgerEntry.Moved Moved(ActivityKind kind, decimal amount) => new(Id(), Start, kind, "", amount);
}

using FsCheck;
using FsCheck.Fluent;
using Kobe.Desk.Accounts;
using Kobe.Desk.Brokers;
using Kobe.Desk.Brokers.Paper;
using Kobe.Desk.Files;
using Kobe.Desk.Orders;

namespace Kobe.Desk.Tests.Accounts;

/// <summary>Laws of money under random order flow: parts, fees, dividends, splits, shorts, transfers, sessions.</summary>
public class MoneyLawTests
{
    private const int Steps = 80;

    /// <summary>Cash and the cost of what is held are what came in, was earned and was not paid; at every step.</summary>
    [Fact]
    public void Cash_AndCost_AreStartAndRealised_LessFees() => Check.QuickThrowOnFailure(Prop.ForAll<int>(seed =>
        Always(seed, (flow, ledger) =>
        {
            var left = ledger.Cash + ledger.TotalCost;
            var right = ledger.StartCash + ledger.AdoptedCost + ledger.NetTransfers + ledger.Realised + ledger.Dividends + ledger.Interest - ledger.Fees;
            return decimal.Round(left, 8) == decimal.Round(right, 8);
        })));

    /// <summary>What is held is the sum of the fills and the splits between them, at the ledger and at the broker.</summary>
    [Fact]
    public void Position_IsTheSumOfItsFills() => Check.QuickThrowOnFailure(Prop.ForAll<int>(seed =>
        Always(seed, (flow, ledger) =>
        {
            var held = new Dictionary<string, decimal>();
            foreach (var one in flow.Exchange.Activities)
            {
                var change = one.Kind == ActivityKind.Fill ? one.Side == OrderSide.Buy ? one.Quantity : -one.Quantity
                    : one.Kind == ActivityKind.Split ? one.Quantity
                    : 0;
                held[one.Symbol] = held.GetValueOrDefault(one.Symbol) + change;
            }

            return held.All(pair => pair.Value == ledger.QuantityOf(pair.Key)
                && pair.Value == (flow.Exchange.Position(pair.Key)?.Quantity ?? 0));
        })));

    /// <summary>An account that may not sell short never does, and no more shares are promised than there are.</summary>
    [Fact]
    public void NothingNegative_IsHeld() => Check.QuickThrowOnFailure(Prop.ForAll<int>(seed =>
        Always(seed, (flow, ledger) => flow.Exchange.Positions().All(
            position => (flow.Options.Shorting || position.Quantity > 0)
                && Math.Abs(position.Available) <= Math.Abs(position.Quantity)
                && position.Quantity * position.Available >= 0))));

    /// <summary>Ledger and broker have the same equity and cash, although neither asks the other.</summary>
    [Fact]
    public void Equity_OfTheLedger_IsTheBrokers() => Check.QuickThrowOnFailure(Prop.ForAll<int>(seed =>
    {
        var marks = 0;
        return Always(seed, (flow, ledger) =>
        {
            var account = flow.Exchange.Account();
            foreach (var position in flow.Exchange.Positions())
            {
                ledger.Book(new LedgerEntry.Marked($"mark {marks++}", flow.Exchange.Now, position.Symbol, position.CurrentPrice));
            }

            return decimal.Round(account.Equity, 6) == decimal.Round(ledger.Equity, 6) && account.Cash == ledger.Cash;
        });
    }));

    /// <summary>Orders and their fills agree: what is done is what was booked, and no order is overdone.</summary>
    [Fact]
    public void FilledQuantity_IsWhatWasBooked() => Check.QuickThrowOnFailure(Prop.ForAll<int>(seed =>
        Always(seed, (flow, ledger) =>
        {
            var booked = flow.Exchange.Activities.Where(one => one.Kind == ActivityKind.Fill)
                .GroupBy(one => one.OrderId).ToDictionary(group => group.Key, group => group.Sum(one => one.Quantity));
            return flow.Exchange.Orders.All(order => order.Order.FilledQuantity == booked.GetValueOrDefault(order.Order.Id)
                && order.Order.FilledQuantity <= order.Order.Quantity);
        })));

    /// <summary>Ten restarts and reconciliations change nothing: not the account, not the ledger, not a finding.</summary>
    [Fact]
    public void TenRestarts_ChangeNothing() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(20), Prop.ForAll<int>(seed =>
    {
        var flow = new RandomFlow(seed);
        var history = new List<PaperChanges>();
        for (var step = 0; step < Steps; step++)
        {
            flow.Step();
            history.Add(flow.Exchange.TakeChanges());
        }

        var folder = Directory.CreateTempSubdirectory("kobe-laws-").FullName;
        try
        {
            Write(folder, history);
            var before = flow.Exchange.Orders.Select(Shown).ToList();
            var (account, text) = ("", "");
            for (var restart = 0; restart < 10; restart++)
            {
                using var log = LineLog.Open(Path.Combine(folder, "paper.jsonl"));
                var exchange = new PaperExchange(Support.Exchange.Xnys, flow.Options, flow.Start);
                exchange.Restore(new PaperLog(log).History);
                var ledger = Fold(flow, exchange);
                var findings = string.Join("\n", Reconciliation.Of(ledger, new OrderRecords(), exchange.Positions(), []).Findings);
                var now = (exchange.Account().ToString(), findings);
                if ((restart > 0 && now != (account, text)) || !exchange.Orders.Select(Shown).SequenceEqual(before))
                {
                    return false;
                }

                (account, text) = now;
            }

            return !text.Contains("Discrepancy", StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }));

    private static bool Always(int seed, Func<RandomFlow, AccountLedger, bool> law)
    {
        var flow = new RandomFlow(seed);
        var ledger = new AccountLedger();
        ledger.Book(new LedgerEntry.Opened("opened", flow.Start, flow.Options.Cash));
        var booked = 0;
        for (var step = 0; step < Steps; step++)
        {
            flow.Step();
            foreach (var activity in flow.Exchange.Activities.Skip(booked).ToArray())
            {
                ledger.Book(LedgerBook.Entry(activity, "c", isExternal: false, plannedStop: null)!);
                booked++;
            }

            if (!law(flow, ledger))
            {
                return false;
            }
        }

        return true;
    }

    private static AccountLedger Fold(RandomFlow flow, PaperExchange exchange)
    {
        var ledger = new AccountLedger();
        ledger.Book(new LedgerEntry.Opened("opened", flow.Start, flow.Options.Cash));
        foreach (var activity in exchange.Activities)
        {
            ledger.Book(LedgerBook.Entry(activity, "c", isExternal: false, plannedStop: null)!);
        }

        return ledger;
    }

    private static void Write(string folder, List<PaperChanges> history)
    {
        using var log = LineLog.Open(Path.Combine(folder, "paper.jsonl"));
        var paper = new PaperLog(log);
        history.ForEach(paper.Append);
    }

    private static Order Shown(WorkingOrder order) => order.Order with { Legs = [] };
}

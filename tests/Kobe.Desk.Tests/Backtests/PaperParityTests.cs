using Kobe.Desk.Backtests;
using Kobe.Desk.Bars;
using Kobe.Desk.Bars.Synthetic;
using Kobe.Desk.Brokers;
using Kobe.Desk.Brokers.Paper;
using Kobe.Desk.Fills;
using Kobe.Desk.Strategies;
using Kobe.Desk.Tests.Support;

namespace Kobe.Desk.Tests.Backtests;

/// <summary>
/// The same decisions on the same bars end in the same account, whether a backtest plays them or the paper exchange: to
/// the cent, as prices are whole cents and quantities whole shares.
/// </summary>
public class PaperParityTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Backtest_AndPaperAccount_EndTheSame(ulong seed)
    {
        var market = new SyntheticMarket(
            Exchange.Xnys, new() { Seed = seed, From = new(2015, 1, 1), To = new(2020, 12, 31), HaltedDays = 0, SplitAbove = 1e6, MergeBelow = 0 });
        var series = market.Daily("ACME");
        var decisions = new List<MarkedDecision>();
        var result = Backtest.Run(
            [series], _ => new InCents(new MomentumBreakout(20, 10, 10, 0.5)),
            new() { Sizing = new(0.01, 0.5), Costs = TradingCosts.None }, decisions);
        var paper = Mirror(series, decisions.ToDictionary(mark => mark.Ticks, mark => mark.Decision), result);

        Assert.True(result.Trades.Count > 10, $"{result.Trades.Count} trades.");
        Assert.Contains(result.Trades, trade => trade.Cause == ExitCause.Stop);
        Assert.DoesNotContain(result.Trades, trade => trade is { Cause: ExitCause.Stop, Bars: 1 });
        Assert.Equal((decimal)Math.Round(result.Curve.End, 2), paper.Account().Equity);
        var exits = result.Trades.Where(trade => trade.Cause != ExitCause.StillOpen).Select(trade => (decimal)trade.ExitPrice);
        Assert.Equal(exits, paper.Orders.Where(order => order.Order is { Side: OrderSide.Sell, FilledQuantity: > 0 }).Select(order => order.Order)
            .OrderBy(order => order.FilledAt).Select(order => order.FilledAveragePrice!.Value));
    }

    // What a handler would do after each close with the same decisions.
    private static PaperExchange Mirror(BarSeries series, Dictionary<long, Decision> decisions, BacktestResult result)
    {
        var paper = new PaperExchange(Exchange.Xnys, PaperOptions.Default with { PartialShare = 0 }, series[0].Start);
        var (stop, number, wanted) = (default(Order), 0, default(Decision));
        Order Submit(OrderSide side, OrderType type, decimal quantity, decimal? price)
        {
            var reply = paper.Submit(new()
            {
                ClientOrderId = $"o{++number}", Symbol = "ACME", Side = side, Type = type, Quantity = quantity,
                StopPrice = price, TimeInForce = type == OrderType.Stop ? TimeInForce.Gtc : TimeInForce.Day,
            });
            return reply.ValueOrDefault ?? throw new InvalidOperationException(reply.ToString());
        }

        foreach (var bar in series.All)
        {
            paper.PlayBar("ACME", bar.Start, bar.End, new BarPrices<decimal>((decimal)bar.Open, (decimal)bar.High, (decimal)bar.Low, (decimal)bar.Close), (decimal)bar.Volume);
            paper.Advance(bar.End.AddMinutes(5));
            var held = paper.Position("ACME")?.Quantity ?? 0;
            stop = held > 0 ? stop ?? Submit(OrderSide.Sell, OrderType.Stop, held, (decimal)wanted.Stop) : null;
            var decision = decisions.GetValueOrDefault(bar.EndTicks);
            if (decision.Kind == DecisionKind.Exit && stop is not null)
            {
                // A cancel is done a moment after it was asked; until then the stop holds the shares.
                paper.Cancel(stop.Id);
                paper.Advance(bar.End.AddMinutes(6));
                Submit(OrderSide.Sell, OrderType.Market, held, null);
            }
            else if (decision.Kind == DecisionKind.Enter && held == 0
                && result.Trades.FirstOrDefault(trade => trade.EnteredTicks > bar.EndTicks) is { } trade && EndAfter(series, bar) == trade.EnteredTicks)
            {
                wanted = decision;
                Submit(OrderSide.Buy, OrderType.Market, (decimal)trade.Quantity, null);
            }
        }

        return paper;
    }

    private static long EndAfter(BarSeries series, Bar bar)
    {
        var next = series.CountAsOf(bar.End);
        return next < series.Count ? series[next].EndTicks : 0;
    }

    /// <summary>Rounds stops to the tick, as whoever places orders does.</summary>
    private sealed class InCents(IStrategy strategy) : IStrategy
    {
        public Decision OnBar(in Bar bar, in Kobe.Desk.Strategies.Holding holding)
        {
            var decision = strategy.OnBar(bar, holding);
            return decision with { Stop = Math.Round(decision.Stop, 2) };
        }
    }
}

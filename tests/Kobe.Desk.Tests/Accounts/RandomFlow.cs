using Kobe.Desk.Brokers;
using Kobe.Desk.Brokers.Paper;

namespace Kobe.Desk.Tests.Accounts;

/// <summary>Orders, prices, payments and sessions as a seed has them, on a paper exchange.</summary>
internal sealed class RandomFlow
{
    private static readonly string[] Symbols = ["AAA", "BBB", "CCC"];
    private readonly Random _random;
    private readonly Dictionary<string, decimal> _prices = Symbols.ToDictionary(symbol => symbol, _ => 100m);
    private int _number;

    public RandomFlow(int seed)
    {
        _random = new Random(seed);
        Start = new(2026, 11, 23, 15, 0, 0, TimeSpan.Zero);
        Options = new PaperOptions { Seed = seed, FeePerShare = 0.0123m, PartialShare = 0.4, Shorting = seed % 3 == 0, Cash = 50_000 };
        Exchange = new PaperExchange(Support.Exchange.Xnys, Options, Start);
        Show();
    }

    public DateTimeOffset Start { get; }

    public PaperOptions Options { get; }

    public PaperExchange Exchange { get; }

    public void Step()
    {
        switch (_random.Next(20))
        {
            case < 9:
                Exchange.Submit(Request());
                break;
            case < 11:
                Any(order => Exchange.Cancel(order.Id));
                break;
            case 11:
                Any(order => Exchange.Replace(order.Id, new OrderChange { LimitPrice = order.LimitPrice is null ? null : Price(order.Symbol, 0.03) }));
                break;
            case 12:
                Exchange.PayDividend(Symbol(), 0.37m);
                break;
            case 13 when _random.Next(4) == 0:
                Split();
                break;
            case 14:
                Exchange.Transfer(_random.Next(-500, 1000));
                break;
            case 15:
                Exchange.Advance(Exchange.Now.AddHours(_random.Next(1, 20)));
                break;
            default:
                Exchange.Advance(Exchange.Now.AddMinutes(_random.Next(1, 30)));
                break;
        }

        Move();
        Exchange.Advance(Exchange.Now);
    }

    private OrderRequest Request()
    {
        var symbol = Symbol();
        var side = _random.Next(5) < 3 ? OrderSide.Buy : OrderSide.Sell;
        var type = (OrderType)_random.Next(5);
        var bracket = side == OrderSide.Buy && type == OrderType.Market && _random.Next(2) == 0;
        return new OrderRequest
        {
            ClientOrderId = $"flow-{_number++}",
            Symbol = symbol,
            Side = side,
            Type = type,
            TimeInForce = type == OrderType.TrailingStop || bracket ? TimeInForce.Gtc : (TimeInForce)_random.Next(6),
            Quantity = _random.Next(1, 120),
            LimitPrice = type is OrderType.Limit or OrderType.StopLimit ? Price(symbol, 0.02) : null,
            StopPrice = type is OrderType.Stop or OrderType.StopLimit ? Price(symbol, 0.03) : null,
            TrailPercent = type == OrderType.TrailingStop ? 1.5m : null,
            Class = bracket ? OrderClass.Bracket : OrderClass.Simple,
            TakeProfit = bracket ? decimal.Round(_prices[symbol] * 1.02m, 2) : null,
            StopLoss = bracket ? decimal.Round(_prices[symbol] * 0.98m, 2) : null,
        };
    }

    private void Any(Action<Order> change)
    {
        var open = Exchange.Orders.Where(order => order.IsOpen).ToList();
        if (open.Count > 0)
        {
            change(open[_random.Next(open.Count)].Order);
        }
    }

    private void Split()
    {
        var symbol = Symbol();
        Exchange.Split(symbol, 2);
        _prices[symbol] = decimal.Round(_prices[symbol] / 2, 2);
        Show();
    }

    private void Move()
    {
        foreach (var symbol in Symbols)
        {
            _prices[symbol] = Math.Max(2, Price(symbol, 0.015));
        }

        Show();
    }

    private void Show()
    {
        foreach (var (symbol, price) in _prices)
        {
            Exchange.Show(symbol, new Quote(price - 0.01m, price + 0.01m, price, Exchange.Now));
        }
    }

    private string Symbol() => Symbols[_random.Next(Symbols.Length)];

    private decimal Price(string symbol, double reach) =>
        decimal.Round(_prices[symbol] * (1 + (decimal)((_random.NextDouble() - 0.5) * 2 * reach)), 2);
}

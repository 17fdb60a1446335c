namespace Kobe.Desk.Brokers.Paper;

/// <summary>What an account says to an order: shares, money, and our own orders on the other side.</summary>
internal sealed partial class PaperExchange
{
    // Buy stops become stop-limit orders, and market buys are collared, this far above: Alpaca's protection against a
    // price that has run away. The distance is larger for cheap shares.
    private const decimal CheapBelow = 50m;
    private const decimal CollarCheap = 1.04m;
    private const decimal Collar = 1.025m;

    // A short sale reserves at least this much above the ask.
    private const decimal ShortReserve = 1.03m;

    public static decimal Collared(decimal price) => price * (price < CheapBelow ? CollarCheap : Collar);

    private BrokerRefusal? AccountRefusal(WorkingOrder draft, Quote quote, WorkingOrder? except)
    {
        var order = draft.Order;
        // A leg that takes an earlier one's place is an exit that came with its entry.
        return (except?.Parent is null ? Entries(order) : null)
            ?? Wash(order, except)
            ?? (order.Side == OrderSide.Sell ? SellRefusal(order, quote, except) : BuyRefusal(order, quote, except));
    }

    // Exits come with an entry: an order that shrinks a position brings none.
    private BrokerRefusal? Entries(Order order) =>
        order.Class is OrderClass.Bracket or OrderClass.Oto && !Opens(order) ? Refusals.NoEntry : null;

    private BrokerRefusal? SellRefusal(Order order, Quote quote, WorkingOrder? except)
    {
        var held = _holdings.GetValueOrDefault(order.Symbol)?.Quantity ?? 0;
        var asked = order.Quantity ?? decimal.Round(order.Notional!.Value / quote.Bid, 9);
        if (held > 0)
        {
            var available = AvailableOf(order.Symbol, held, except);
            return asked <= available ? null : Refusals.Shares(order.Symbol, asked, available, held, Holders(order));
        }

        if (!_options.Shorting || !RequestChecks.IsWhole(asked))
        {
            return Refusals.NoShorting;
        }

        if (IsOpening(order.Symbol, OrderSide.Buy))
        {
            return Refusals.ShortBesideBuy;
        }

        return Cost(order, quote) is var cost && BuyingPower(except) is var power && cost > power
            ? Refusals.BuyingPower(power, cost)
            : null;
    }

    private BrokerRefusal? BuyRefusal(Order order, Quote quote, WorkingOrder? except)
    {
        var held = _holdings.GetValueOrDefault(order.Symbol)?.Quantity ?? 0;
        if (held < 0)
        {
            // A position is not turned over in one order.
            var available = AvailableOf(order.Symbol, held, except);
            return order.Quantity <= -available
                ? null
                : Refusals.Shares(order.Symbol, order.Quantity ?? 0, -available, -held, Holders(order));
        }

        if (held == 0 && IsOpening(order.Symbol, OrderSide.Sell))
        {
            return Refusals.BuyBesideShort;
        }

        return Cost(order, quote) is var cost && BuyingPower(except) is var power && cost > power
            ? Refusals.BuyingPower(power, cost)
            : null;
    }

    // An order that would open a position the other way while this one opens its own: both could be done.
    private bool IsOpening(string symbol, OrderSide side) =>
        _book.Exists(one => one.IsOpen && !one.IsHeld && one.Order.Symbol == symbol && one.Order.Side == side);

    // Orders of ours on both sides could trade with each other, which exchanges forbid.
    private BrokerRefusal? Wash(Order order, WorkingOrder? except)
    {
        if (IsExempt(order))
        {
            return null;
        }

        foreach (var other in _book)
        {
            var there = other.Order;
            if (other.IsOpen && other != except && there.Symbol == order.Symbol && there.Side != order.Side
                && !IsExempt(there) && CouldMeet(order, there))
            {
                return Refusals.WashTrade(there.Id, OrderWords.Of(there.Type));
            }
        }

        return null;
    }

    private static bool IsExempt(Order order) =>
        order.Class != OrderClass.Simple || order.Type == OrderType.TrailingStop;

    private static bool CouldMeet(Order one, Order other)
    {
        if (one.Type is OrderType.Market or OrderType.Stop || other.Type is OrderType.Market or OrderType.Stop)
        {
            return true;
        }

        var (buy, sell) = one.Side == OrderSide.Buy ? (one, other) : (other, one);
        return buy.LimitPrice >= sell.LimitPrice;
    }

    private static BrokerRefusal? StopAgainstMarket(OrderRequest request, Quote quote)
    {
        if (request.Class is OrderClass.Simple or OrderClass.Oco || request.LimitPrice is not null
            || request.StopLoss is not { } stop)
        {
            return null;
        }

        var wrong = request.Side == OrderSide.Buy ? stop > quote.Last - 0.01m : stop < quote.Last + 0.01m;
        return wrong ? Refusals.Unprocess("stop_loss.stop_price must be <= base_price - 0.01") : null;
    }

    // Shares that no open order holds. Of exits of which one cancels the others only one can be done.
    private decimal AvailableOf(string symbol, decimal held, WorkingOrder? except)
    {
        var side = held > 0 ? OrderSide.Sell : OrderSide.Buy;
        var reserved = 0m;
        foreach (var one in _book)
        {
            // What shares the fate of the order whose place is taken shares its shares, too.
            if (one.IsOpen && !one.IsHeld && one != except && except?.Group.Contains(one) != true
                && one.Order.Symbol == symbol && one.Order.Side == side
                && (one.Group.Count < 2 || one.Group.Find(member => member.IsOpen && !member.IsHeld) == one))
            {
                reserved += one.Order.Remaining;
            }
        }

        return held > 0 ? held - reserved : held + reserved;
    }

    private IEnumerable<string> Holders(Order order) =>
        from one in _book
        where one.IsOpen && !one.IsHeld && one.Order.Symbol == order.Symbol && one.Order.Side == order.Side
        select one.Order.Id;

    private decimal BuyingPower(WorkingOrder? except)
    {
        var (equity, gross, reserved) = (Cash, 0m, 0m);
        foreach (var (symbol, holding) in _holdings)
        {
            var value = holding.Quantity * MarkOf(symbol);
            equity += value;
            gross += Math.Abs(value);
        }

        foreach (var one in _book)
        {
            if (one.IsOpen && !one.IsHeld && one != except && Opens(one.Order))
            {
                reserved += one.Order.Notional ?? (one.Order.Remaining * PriceOf(one.Order, null));
            }
        }

        return Math.Max(0, (_options.Multiplier * equity) - gross - reserved);
    }

    private bool Opens(Order order)
    {
        var held = _holdings.GetValueOrDefault(order.Symbol)?.Quantity ?? 0;
        return order.Side == OrderSide.Buy ? held >= 0 : held <= 0;
    }

    private decimal Cost(Order order, Quote quote) =>
        order.Notional ?? (order.Quantity!.Value * PriceOf(order, quote));

    private decimal PriceOf(Order order, Quote? shown)
    {
        var quote = shown ?? QuoteOf(order.Symbol) ?? default;
        return order.Side == OrderSide.Sell ? Math.Max(order.LimitPrice ?? 0, quote.Ask * ShortReserve)
            : order.LimitPrice ?? Collared(order.StopPrice ?? quote.Ask);
    }
}

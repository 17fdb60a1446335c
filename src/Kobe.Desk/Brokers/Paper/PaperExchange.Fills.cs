using Kobe.Desk.Fills;

namespace Kobe.Desk.Brokers.Paper;

/// <summary>Where orders meet prices.</summary>
internal sealed partial class PaperExchange
{
    private const int FractionDecimals = 9;

    /// <summary>Plays one bar: orders that were there before it began trade in it, by <see
    /// cref="FillRules"/>.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="start">When the bar begins (UTC); time advances to it.</param>
    /// <param name="end">When it ends; time does not advance to it, so bars of other symbols may follow.</param>
    /// <param name="prices">Its prices.</param>
    /// <param name="volume">The shares that traded.</param>
    public void PlayBar(
        string symbol, DateTimeOffset start, DateTimeOffset end, BarPrices<decimal> prices, decimal volume)
    {
        Advance(start);
        var left = decimal.Floor(volume * FillRules.VolumeShareMax);
        foreach (var order in Playable(symbol, start, end))
        {
            var shown = order.Order;
            var type = order.IsTriggered && shown.Type == OrderType.StopLimit ? OrderType.Limit
                : order.IsTriggered && shown.Type != OrderType.Limit ? OrderType.Market
                : shown.Type;
            var price = !order.IsOpen || order.IsHeld || _halted.Contains(symbol)
                ? null
                : FillRules.PriceIn(
                    shown.Side, type, shown.LimitPrice ?? 0, shown.StopPrice ?? 0, in prices);
            Wake(order, prices);
            if (price is { } at)
            {
                var quantity = Math.Min(WholeOf(order, at), IsFraction(order) ? decimal.MaxValue : left);
                quantity = shown.TimeInForce == TimeInForce.Fok && quantity < shown.Remaining ? 0 : quantity;
                left -= Math.Min(left, quantity);
                Fill(order, quantity, at);
            }

            FollowAndExpire(order, prices);
        }

        _marks[symbol] = new(prices.Close, end);
    }

    // Stops first: when a bar passes both exits of a group, nobody knows which came first, and the loss is assumed.
    private List<WorkingOrder> Playable(string symbol, DateTimeOffset start, DateTimeOffset end) =>
    [
        .. from order in _book
           where order.IsOpen && order.Order.Symbol == symbol && order.Order.SubmittedAt <= start
           where (order.Hours.From < end && order.Hours.Until > start) || order.Hours.From == start
           where order.Order.TimeInForce != TimeInForce.Cls
           orderby order.Order.Type is OrderType.Stop or OrderType.StopLimit or OrderType.TrailingStop ? 0 : 1
           select order,
    ];

    private void FollowAndExpire(WorkingOrder order, BarPrices<decimal> prices)
    {
        if (!order.IsOpen || order.IsHeld)
        {
            return;
        }

        if (order.Order.Type == OrderType.TrailingStop && !order.IsTriggered)
        {
            Follow(order, prices);
        }

        if (order.Order.TimeInForce is TimeInForce.Ioc or TimeInForce.Fok or TimeInForce.Opg)
        {
            Expire(order);
        }
    }

    private void MatchQuotes()
    {
        foreach (var order in _book.ToArray())
        {
            if (order.IsOpen && !order.IsHeld && order.Hours.Covers(Now)
                && _quotes.TryGetValue(order.Order.Symbol, out var quote) && !_halted.Contains(order.Order.Symbol))
            {
                MatchQuote(order, quote);
            }
        }
    }

    private void MatchQuote(WorkingOrder order, Quote quote)
    {
        if (order.Order.Type == OrderType.TrailingStop && !order.IsTriggered && Clock().IsOpen)
        {
            Follow(order, new(quote.Last, quote.Last, quote.Last, quote.Last));
        }

        var at = new BarPrices<decimal>(quote.Last, quote.Last, quote.Last, quote.Last);
        Wake(order, at);
        var price = order.Order.Side == OrderSide.Buy ? quote.Ask : quote.Bid;
        if (price > 0 && IsAwake(order) && IsGoodEnough(order.Order, price))
        {
            Fill(order, PartOf(order, WholeOf(order, price)), price);
        }

        if (order.IsOpen && order.Order.TimeInForce is TimeInForce.Ioc or TimeInForce.Fok)
        {
            Expire(order);
        }
    }

    private void Follow(WorkingOrder order, BarPrices<decimal> prices)
    {
        var mark = FillRules.MarkAfter(order.Order.Side, order.Order.HighWaterMark ?? prices.Open, in prices);
        if (mark != order.Order.HighWaterMark)
        {
            order.Order = Trail(order.Order, mark);
            _changed.Add(order);
        }
    }

    private void Wake(WorkingOrder order, BarPrices<decimal> prices)
    {
        if (!order.IsTriggered && WasReached(order.Order, prices))
        {
            order.IsTriggered = true;
            _changed.Add(order);
        }
    }

    private static bool IsAwake(WorkingOrder order) =>
        order.IsTriggered || order.Order.Type is OrderType.Market or OrderType.Limit;

    private static bool WasReached(Order order, BarPrices<decimal> prices) =>
        order.StopPrice is { } stop && (order.Side == OrderSide.Buy ? prices.High >= stop : prices.Low <= stop);

    private static bool IsGoodEnough(Order order, decimal price)
    {
        var limit = order.LimitPrice
            ?? (order is { Type: OrderType.Stop, Side: OrderSide.Buy } ? Collared(order.StopPrice!.Value) : null);
        return limit is null || (order.Side == OrderSide.Buy ? price <= limit : price >= limit);
    }

    // The whole of what is left, in shares.
    private static decimal WholeOf(WorkingOrder order, decimal price)
    {
        var quantity = order.Order.Notional is { } amount
            ? Truncated((amount - order.FilledCost) / price)
            : order.Order.Remaining;
        return order.FillAtMost is { } most ? Math.Min(quantity, most - order.Order.FilledQuantity) : quantity;
    }

    private static decimal Truncated(decimal quantity) =>
        decimal.Floor(quantity * 1_000_000_000m) / 1_000_000_000m;

    private static bool IsFraction(WorkingOrder order) =>
        order.Order.Notional is not null || !RequestChecks.IsWhole(order.Order.Quantity ?? 0);

    // Some orders are done in two parts, for those who think that an order is done or not.
    private decimal PartOf(WorkingOrder order, decimal whole)
    {
        if (order.PartDrawn || whole < 2 || IsFraction(order) || order.Order.TimeInForce == TimeInForce.Fok)
        {
            return order.Order.TimeInForce == TimeInForce.Fok && whole < order.Order.Remaining ? 0 : whole;
        }

        order.PartDrawn = true;
        return _random.NextDouble() < _options.PartialShare
            ? decimal.Floor(whole * (decimal)_random.NextDouble()) is var part && part > 0 ? part : 1
            : whole;
    }

    private void Fill(WorkingOrder order, decimal quantity, decimal price)
    {
        if (quantity <= 0)
        {
            return;
        }

        var shown = order.Order;
        var done = shown.FilledQuantity + quantity;
        order.FilledCost += quantity * price;
        var whole = shown.Notional is null ? done >= shown.Quantity : true;
        order.Order = shown with
        {
            FilledQuantity = done,
            FilledAveragePrice = order.FilledCost / done,
            Status = whole ? OrderStatus.Filled
                : order.CancelRequested ? OrderStatus.PendingCancel
                : OrderStatus.PartiallyFilled,
            FilledAt = whole ? Now : shown.FilledAt,
            UpdatedAt = Now,
        };
        Book(shown, quantity, price, out var execution);
        Tell(whole ? "fill" : "partial_fill", order, execution, price, quantity);
        AfterFill(order);
    }

    private void AfterFill(WorkingOrder order)
    {
        foreach (var other in order.Group.ToArray())
        {
            if (other == order || !other.IsOpen)
            {
                continue;
            }

            if (!order.IsOpen)
            {
                Withdraw(other);
            }
            else
            {
                // A part of one exit is done: the other keeps watch over what is left.
                other.Order = other.Order with { Quantity = order.Order.Remaining, UpdatedAt = Now };
                _changed.Add(other);
            }
        }

        if (order.Order.Status == OrderStatus.Filled && order.Group.Count == 0)
        {
            foreach (var leg in order.Legs)
            {
                leg.Order = leg.Order with { Status = OrderStatus.New, UpdatedAt = Now };
                Tell("new", leg);
            }
        }
    }

    private static Order Trail(Order order, decimal mark)
    {
        var distance = order.TrailPrice ?? (mark * order.TrailPercent!.Value / 100);
        var stop = order.Side == OrderSide.Sell ? mark - distance : mark + distance;
        return order with { HighWaterMark = mark, StopPrice = decimal.Round(stop, RequestChecks.Decimals(stop)) };
    }
}

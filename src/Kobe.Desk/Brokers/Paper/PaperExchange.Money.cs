namespace Kobe.Desk.Brokers.Paper;

/// <summary>Where cash and shares move; each movement is an activity, and the account can be made from them
/// alone.</summary>
internal sealed partial class PaperExchange
{
    /// <summary>A trade that somebody made in the same account without the desk.</summary>
    public void TradeOutside(string symbol, OrderSide side, decimal quantity, decimal price)
    {
        var id = NextId();
        var order = new WorkingOrder(
            new Order
            {
                Id = id,
                ClientOrderId = id,
                Symbol = symbol,
                Side = side,
                Type = OrderType.Market,
                TimeInForce = TimeInForce.Day,
                Status = OrderStatus.New,
                Quantity = quantity,
                SubmittedAt = Now,
                UpdatedAt = Now,
            },
            new OrderHours(Now, Now));
        Enter(order);
        Fill(order, quantity, price);
    }

    /// <summary>Pays a dividend on what is held; a short position pays it.</summary>
    public void PayDividend(string symbol, decimal perShare)
    {
        if (Position(symbol) is { } position)
        {
            Move(new Activity(NextActivityId(Now), ActivityKind.Dividend, Now, symbol)
            {
                Quantity = position.Quantity,
                Amount = decimal.Round(position.Quantity * perShare, 2, MidpointRounding.ToEven),
            });
        }
    }

    /// <summary>Makes so many shares of one. Open orders of the symbol are taken back, as their prices are
    /// void.</summary>
    public void Split(string symbol, decimal ratio)
    {
        foreach (var order in _book.Where(one => one.IsOpen && one.Order.Symbol == symbol).ToArray())
        {
            if (order.IsOpen)
            {
                Withdraw(order);
            }
        }

        if (Position(symbol) is { } position)
        {
            Move(new Activity(NextActivityId(Now), ActivityKind.Split, Now, symbol)
            {
                Quantity = position.Quantity * (ratio - 1),
            });
        }

        _marks[symbol] = new(MarkOf(symbol) / ratio, Now);
        if (_quotes.TryGetValue(symbol, out var quote))
        {
            _quotes[symbol] = new Quote(quote.Bid / ratio, quote.Ask / ratio, quote.Last / ratio, quote.At);
        }
    }

    /// <summary>Brings money in, or takes it out when negative.</summary>
    public void Transfer(decimal amount) =>
        Move(new Activity(NextActivityId(Now), ActivityKind.Transfer, Now, "") { Amount = amount });

    private void Book(Order order, decimal quantity, decimal price, out string execution)
    {
        var id = NextActivityId(Now);
        execution = id[(id.IndexOf("::", StringComparison.Ordinal) + 2)..];
        Move(new Activity(id, ActivityKind.Fill, Now, order.Symbol)
        {
            Side = order.Side,
            Quantity = quantity,
            Price = price,
            OrderId = order.Id,
        });
        var fee = decimal.Ceiling(quantity * _options.FeePerShare * 100) / 100;
        if (fee > 0)
        {
            Move(new Activity(NextActivityId(Now), ActivityKind.Fee, Now, order.Symbol) { Amount = -fee });
        }
    }

    private void Move(Activity activity)
    {
        _activities.Add(activity);
        switch (activity.Kind)
        {
            case ActivityKind.Fill:
                var signed = activity.Side == OrderSide.Buy ? activity.Quantity : -activity.Quantity;
                Cash -= signed * activity.Price;
                HoldingOf(activity.Symbol).Trade(signed, activity.Price);
                break;
            case ActivityKind.Split:
                var holding = HoldingOf(activity.Symbol);
                holding.Split((holding.Quantity + activity.Quantity) / holding.Quantity);
                break;
            default:
                Cash += activity.Amount;
                break;
        }
    }

    private Holding HoldingOf(string symbol)
    {
        if (!_holdings.TryGetValue(symbol, out var holding))
        {
            _holdings[symbol] = holding = new Holding();
        }

        return holding;
    }
}

namespace Kobe.Desk.Brokers.Paper;

/// <summary>Taking, changing and taking back orders.</summary>
internal sealed partial class PaperExchange
{
    public BrokerReply<Order> Submit(OrderRequest request)
    {
        if ((RequestChecks.Shape(request) ?? Faults.TakeRefusal()) is { } wrong)
        {
            return Refuse<Order>(wrong);
        }

        if (QuoteOf(request.Symbol) is not { } quote)
        {
            return Refuse<Order>(Refusals.Unprocess($"asset \"{request.Symbol}\" not found"));
        }

        if (_byClientId.ContainsKey(request.ClientOrderId))
        {
            return Refuse<Order>(Refusals.DuplicateClientOrderId);
        }

        if (OrderHours.Of(request.TimeInForce, request.ExtendedHours, Now, Calendar) is not { } hours)
        {
            return Refuse<Order>(
                request.TimeInForce == TimeInForce.Opg ? Refusals.OpeningAuctionClosed : Refusals.ClosingAuctionClosed);
        }

        var draft = Draft(request, hours, quote);
        if ((StopAgainstMarket(request, quote) ?? AccountRefusal(draft, quote, except: null)) is { } refusal)
        {
            return Refuse<Order>(refusal);
        }

        Enter(draft);
        foreach (var leg in Exits(request, draft))
        {
            Enter(leg);
        }

        return Done(draft);
    }

    public BrokerReply<Order> Replace(string id, OrderChange change)
    {
        if (!_orders.TryGetValue(id, out var old))
        {
            return Refuse<Order>(Refusals.NoOrder(id));
        }

        if (old.Order.Status is not (OrderStatus.New or OrderStatus.Accepted or OrderStatus.PartiallyFilled)
            || old.CancelRequested)
        {
            return Refuse<Order>(Refusals.NotReplaceable);
        }

        if (change.ClientOrderId is { } wished && _byClientId.ContainsKey(wished))
        {
            return Refuse<Order>(Refusals.DuplicateClientOrderId);
        }

        var order = Changed(old.Order, change);
        if (WrongChange(old.Order, order) is { } wrong)
        {
            return Refuse<Order>(wrong);
        }

        var tif = order.TimeInForce;
        var hours = tif == old.Order.TimeInForce ? old.Hours : OrderHours.Of(tif, order.ExtendedHours, Now, Calendar);
        var fresh = new WorkingOrder(order, hours ?? old.Hours) { IsTriggered = false, PartDrawn = old.PartDrawn };
        if (QuoteOf(order.Symbol) is { } quote && AccountRefusal(fresh, quote, except: old) is { } refusal)
        {
            return Refuse<Order>(refusal);
        }

        TakePlace(old, fresh);
        old.Order = old.Order with { Status = OrderStatus.Replaced, ReplacedBy = order.Id, UpdatedAt = Now };
        Tell("replaced", old);
        Enter(fresh);
        return Done(fresh);
    }

    public BrokerReply<bool> Cancel(string id)
    {
        if (!_orders.TryGetValue(id, out var order))
        {
            return Refuse<bool>(Refusals.NoOrder(id));
        }

        if (!order.IsOpen)
        {
            return Refuse<bool>(Refusals.NotCancelable(OrderWords.Of(order.Order.Status)));
        }

        order.CancelRequested = true;
        order.Order = order.Order with { Status = OrderStatus.PendingCancel, UpdatedAt = Now };
        Tell("pending_cancel", order);
        return new BrokerReply<bool>.Done(true);
    }

    public BrokerReply<Order> Close(string symbol, decimal? quantity)
    {
        if (Position(symbol) is not { } position)
        {
            return Refuse<Order>(Refusals.NoPosition);
        }

        return Submit(new OrderRequest
        {
            ClientOrderId = NextId(),
            Symbol = symbol,
            Side = position.Quantity > 0 ? OrderSide.Sell : OrderSide.Buy,
            Type = OrderType.Market,
            Quantity = quantity ?? Math.Abs(position.Quantity),
        });
    }

    private WorkingOrder Draft(OrderRequest request, OrderHours hours, Quote quote)
    {
        var oco = request.Class == OrderClass.Oco;
        var order = new Order
        {
            Id = NextId(),
            ClientOrderId = request.ClientOrderId,
            Symbol = request.Symbol,
            Side = request.Side,
            Type = oco ? OrderType.Limit : request.Type,
            TimeInForce = request.TimeInForce,
            Class = request.Class,
            Status = hours.Covers(Now) ? OrderStatus.New : OrderStatus.Accepted,
            Quantity = request.Quantity,
            Notional = request.Notional,
            LimitPrice = oco ? request.TakeProfit : request.LimitPrice,
            StopPrice = request.StopPrice,
            TrailPrice = request.TrailPrice,
            TrailPercent = request.TrailPercent,
            ExtendedHours = request.ExtendedHours,
            SubmittedAt = Now,
            UpdatedAt = Now,
            ExpiresAt = hours.Until,
        };
        return new WorkingOrder(order.Type == OrderType.TrailingStop ? Trail(order, quote.Last) : order, hours)
        {
            FillAtMost = Faults.TakeFillAtMost(),
        };
    }

    private List<WorkingOrder> Exits(OrderRequest request, WorkingOrder parent)
    {
        var side = request.Side == OrderSide.Buy ? OrderSide.Sell : OrderSide.Buy;
        var legs = new List<WorkingOrder>();
        if (request.Class == OrderClass.Oco)
        {
            legs.Add(Leg(parent, request, request.Side, profit: false, parent.Order.Status));
            parent.Group = [parent, legs[0]];
            legs[0].Group = parent.Group;
        }
        else if (request.Class is OrderClass.Bracket or OrderClass.Oto)
        {
            if (request.TakeProfit is not null)
            {
                legs.Add(Leg(parent, request, side, profit: true, OrderStatus.Held));
            }

            if (request.StopLoss is not null)
            {
                legs.Add(Leg(parent, request, side, profit: false, OrderStatus.Held));
            }

            var group = new List<WorkingOrder>(legs);
            legs.ForEach(leg => leg.Group = group);
        }

        parent.Legs.AddRange(legs);
        return legs;
    }

    private WorkingOrder Leg(
        WorkingOrder parent, OrderRequest request, OrderSide side, bool profit, OrderStatus status)
    {
        var id = NextId();
        return new WorkingOrder(
            parent.Order with
            {
                Id = id,
                ClientOrderId = id,
                Side = side,
                Type = profit ? OrderType.Limit : request.StopLossLimit is null ? OrderType.Stop : OrderType.StopLimit,
                Status = status,
                LimitPrice = profit ? request.TakeProfit : request.StopLossLimit,
                StopPrice = profit ? null : request.StopLoss,
            },
            parent.Hours)
        {
            Parent = parent,
        };
    }

    private void Enter(WorkingOrder order)
    {
        _orders.Add(order.Order.Id, order);
        _byClientId.Add(order.Order.ClientOrderId, order);
        _book.Add(order);
        Tell(order.IsHeld ? "held" : order.Order.Status == OrderStatus.Accepted ? "accepted" : "new", order);
    }

    private Order Changed(Order old, OrderChange change)
    {
        var id = NextId();
        return old with
        {
            Id = id,
            ClientOrderId = change.ClientOrderId ?? id,
            Replaces = old.Id,
            ReplacedBy = null,
            // What is done stays with the old order; the new one works what is left of the quantity.
            Quantity = (change.Quantity ?? old.Quantity) - old.FilledQuantity,
            FilledQuantity = 0,
            FilledAveragePrice = null,
            TimeInForce = change.TimeInForce ?? old.TimeInForce,
            LimitPrice = change.LimitPrice ?? old.LimitPrice,
            StopPrice = change.StopPrice ?? old.StopPrice,
            TrailPrice = old.TrailPrice is null ? null : change.Trail ?? old.TrailPrice,
            TrailPercent = old.TrailPercent is null ? null : change.Trail ?? old.TrailPercent,
            Status = old.Status == OrderStatus.Accepted ? OrderStatus.Accepted : OrderStatus.New,
            SubmittedAt = Now,
            UpdatedAt = Now,
            Legs = [],
        };
    }

    private static BrokerRefusal? WrongChange(Order old, Order order) =>
        order.Quantity <= 0 ? Refusals.Malform("qty must be > 0")
        : order.Type == OrderType.Market && (order.LimitPrice ?? order.StopPrice) is not null
            ? Refusals.Malform("market orders require no stop or limit price")
        : old.Quantity is null ? Refusals.NotReplaceable
        : RequestChecks.Increment("limit_price", order.LimitPrice)
            ?? RequestChecks.Increment("stop_price", order.StopPrice);

    // Whoever waits for the old order, or shares its fate, goes on with the new one.
    private static void TakePlace(WorkingOrder old, WorkingOrder fresh)
    {
        fresh.Parent = old.Parent;
        fresh.Legs.AddRange(old.Legs);
        fresh.Legs.ForEach(leg => leg.Parent = fresh);
        fresh.Group = old.Group;
        Swap(fresh.Group, old, fresh);
        if (old.Parent is { } parent)
        {
            Swap(parent.Legs, old, fresh);
        }

        old.Legs.Clear();
        old.Group = [];
    }

    private static void Swap(List<WorkingOrder> among, WorkingOrder old, WorkingOrder fresh)
    {
        var at = among.IndexOf(old);
        if (at >= 0)
        {
            among[at] = fresh;
        }
    }
}

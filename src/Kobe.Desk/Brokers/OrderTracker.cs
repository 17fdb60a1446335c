namespace Kobe.Desk.Brokers;

/// <summary>Tells news from repetition: events may come twice, late or out of order, and some never come.</summary>
/// <remarks>
/// An execution counts once, by its id. An order's state never goes back: what has ended stays ended, and what is older
/// or has less done than is known is old. What an order shows beyond all that was told has been missed.
/// </remarks>
internal sealed class OrderTracker
{
    private readonly Dictionary<string, Order> _orders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, decimal> _lookedUp = new(StringComparer.Ordinal);
    private readonly HashSet<string> _executions = new(StringComparer.Ordinal);

    /// <summary>The orders that were heard of, as last known.</summary>
    public IReadOnlyDictionary<string, Order> Orders => _orders;

    /// <summary>Takes up an order as it stands; nothing of it is news any more.</summary>
    public void Know(Order order)
    {
        _orders[order.Id] = order;
        _lookedUp[order.Id] = order.FilledQuantity;
    }

    /// <summary>Takes an event up.</summary>
    /// <returns>Whether it is news.</returns>
    public bool Apply(OrderEvent what)
    {
        var (told, known) = (what.Order, _orders.GetValueOrDefault(what.Order.Id));
        var isNews = what.ExecutionId is { } execution
            ? told.FilledQuantity > _lookedUp.GetValueOrDefault(told.Id) && _executions.Add(execution)
            : known is null || IsLater(known, told);
        if (known is null || IsLater(known, told))
        {
            _orders[told.Id] = told;
        }

        return isNews;
    }

    /// <summary>Takes up an order that was looked up after something may have been missed.</summary>
    /// <returns>What was missed: the fills together, then the state.</returns>
    public IEnumerable<OrderEvent> Missed(Order order)
    {
        var known = _orders.GetValueOrDefault(order.Id);
        if (known is not null && !IsLater(known, order))
        {
            yield break;
        }

        var done = known?.FilledQuantity ?? 0;
        Know(order);
        if (order.FilledQuantity > done)
        {
            var cost = (order.FilledQuantity * (order.FilledAveragePrice ?? 0))
                - (done * (known?.FilledAveragePrice ?? 0));
            var isWhole = order.Status == OrderStatus.Filled;
            yield return new(isWhole ? "fill" : "partial_fill", order.UpdatedAt, order)
            {
                ExecutionId = $"{order.Id} {Refusals.Text(done)}-{Refusals.Text(order.FilledQuantity)}",
                Price = cost / (order.FilledQuantity - done),
                Quantity = order.FilledQuantity - done,
            };
        }

        if (order.Status is not (OrderStatus.Filled or OrderStatus.PartiallyFilled) && order.Status != known?.Status)
        {
            yield return new(
                order.Status == OrderStatus.Unknown ? order.StatusText : OrderWords.Of(order.Status), order.UpdatedAt,
                order);
        }
    }

    // Several things may happen at one instant; an exact repetition is none of them.
    private static bool IsLater(Order known, Order told) =>
        !known.IsTerminal && told.FilledQuantity >= known.FilledQuantity && told.UpdatedAt >= known.UpdatedAt
        && (told.Status != known.Status || told.FilledQuantity > known.FilledQuantity
            || told.UpdatedAt > known.UpdatedAt);
}

using Kobe.Desk.Brokers;

namespace Kobe.Desk.Orders;

/// <summary>What is known of orders from events that may come twice, late or out of order.</summary>
/// <remarks>
/// An execution counts once, by its id. An order's state never goes back: what has ended stays ended, and what says
/// that less is done than is known is old news.
/// </remarks>
internal sealed class OrderTracker
{
    private readonly Dictionary<string, Order> _orders = new(StringComparer.Ordinal);
    private readonly HashSet<string> _executions = new(StringComparer.Ordinal);

    /// <summary>The orders that were heard of, as last known.</summary>
    public IReadOnlyDictionary<string, Order> Orders => _orders;

    /// <summary>Takes an event up.</summary>
    /// <returns>Whether it is an execution that was not booked before.</returns>
    public bool Apply(OrderEvent what)
    {
        if (!_orders.TryGetValue(what.Order.Id, out var known) || IsNews(known, what.Order))
        {
            _orders[what.Order.Id] = what.Order;
        }

        return what.ExecutionId is { } execution && _executions.Add(execution);
    }

    private static bool IsNews(Order known, Order told) =>
        !known.IsTerminal && told.FilledQuantity >= known.FilledQuantity
        && (told.IsTerminal || told.FilledQuantity > known.FilledQuantity || told.UpdatedAt >= known.UpdatedAt)
        && !(told.Status is OrderStatus.New or OrderStatus.Accepted or OrderStatus.PendingNew
            && told.FilledQuantity < known.FilledQuantity);
}

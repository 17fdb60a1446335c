namespace Kobe.Desk.Brokers.Paper;

/// <summary>What has to be kept on disk, and how an account comes back from it.</summary>
internal sealed partial class PaperExchange
{
    private readonly HashSet<WorkingOrder> _changed = [];
    private int _activitiesTaken;
    private bool _closed;

    /// <summary>What has changed since the last call.</summary>
    public PaperChanges TakeChanges()
    {
        var changes = new PaperChanges(
            [.. _book.Where(_changed.Contains).Select(KeptOrder.Of)],
            [.. _activities.Skip(_activitiesTaken)],
            _closed ? LastEquity : null,
            Now,
            _ids);
        _changed.Clear();
        _activitiesTaken = _activities.Count;
        _closed = false;
        return changes;
    }

    /// <summary>Takes up what an earlier exchange had changed, in the order in which it was taken.</summary>
    public void Restore(IEnumerable<PaperChanges> history)
    {
        var orders = new Dictionary<string, KeptOrder>(StringComparer.Ordinal);
        var order = new List<string>();
        foreach (var changes in history)
        {
            foreach (var kept in changes.Orders)
            {
                if (!orders.ContainsKey(kept.Order.Id))
                {
                    order.Add(kept.Order.Id);
                }

                orders[kept.Order.Id] = kept;
            }

            foreach (var activity in changes.Activities)
            {
                Move(activity);
            }

            LastEquity = changes.LastEquity ?? LastEquity;
            Now = changes.Now > Now ? changes.Now : Now;
            _ids = changes.NextId;
        }

        order.ForEach(id => Recall(orders[id]));
        order.ForEach(id => Relate(orders[id]));
        _activitiesTaken = _activities.Count;
        foreach (var activity in _activities.Where(one => one.Kind == ActivityKind.Fill))
        {
            _marks[activity.Symbol] = new(activity.Price, activity.At);
        }
    }

    private void Recall(KeptOrder kept)
    {
        var order = new WorkingOrder(kept.Order, new OrderHours(kept.From, kept.Order.ExpiresAt ?? kept.From))
        {
            IsTriggered = kept.IsTriggered,
            FilledCost = kept.FilledCost,
            PartDrawn = true,
            CancelRequested = kept.Order.Status == OrderStatus.PendingCancel,
        };
        _orders.Add(kept.Order.Id, order);
        _byClientId.Add(kept.Order.ClientOrderId, order);
        _book.Add(order);
    }

    private void Relate(KeptOrder kept)
    {
        var order = _orders[kept.Order.Id];
        if (kept.Parent is { } parent)
        {
            order.Parent = _orders[parent];
            order.Parent.Legs.Add(order);
        }

        if (kept.Group is { } group)
        {
            var first = _orders[group];
            first.Group = first.Group.Count == 0 ? [first] : first.Group;
            order.Group = first.Group;
            if (!order.Group.Contains(order))
            {
                order.Group.Add(order);
            }
        }
    }
}

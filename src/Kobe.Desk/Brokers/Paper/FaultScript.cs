namespace Kobe.Desk.Brokers.Paper;

/// <summary>The faults that the next calls meet, for trials of what the desk makes of them.</summary>
internal sealed class FaultScript
{
    private readonly Queue<Fault> _next = new();
    private readonly Queue<OrderRequest> _external = new();
    private decimal? _fillAtMost;
    private BrokerRefusal? _refusal;

    /// <summary>Whether all calls are refused for their keys.</summary>
    public bool IsUnauthorized { get; private set; }

    /// <summary>A cancel comes too late: the order is filled first.</summary>
    public bool CancelLosesRace { get; set; }

    /// <summary>Listeners hear each event twice, and after a fill the event before it once more.</summary>
    public bool RepeatEvents { get; set; }

    /// <summary>Carries one event to a listener, as the script has it.</summary>
    public void Carry(IReadOnlyList<OrderEvent> events, int index, Action<OrderEvent> listener)
    {
        listener(events[index]);
        if (RepeatEvents)
        {
            listener(events[index]);
            if (events[index].ExecutionId is not null && index > 0)
            {
                listener(events[index - 1]);
            }
        }
    }

    /// <summary>The next calls that change something meet these, one each, in this order.</summary>
    public void Add(params ReadOnlySpan<Fault> faults)
    {
        foreach (var fault in faults)
        {
            if (fault == Fault.Unauthorized)
            {
                IsUnauthorized = true;
            }
            else
            {
                _next.Enqueue(fault);
            }
        }
    }

    /// <summary>The next call that changes something comes behind an order of somebody else.</summary>
    public void PlaceOutside(OrderRequest request)
    {
        _external.Enqueue(request);
        Add(Fault.ExternalOrder);
    }

    /// <summary>The order of somebody else that is to come in now.</summary>
    public OrderRequest TakeExternal() => _external.Dequeue();

    /// <summary>Of the next order no more shares than this are done.</summary>
    public void FillAtMost(decimal quantity) => _fillAtMost = quantity;

    /// <summary>The next order is refused with these words.</summary>
    public void Refuse(BrokerRefusal refusal) => _refusal = refusal;

    public BrokerRefusal? TakeRefusal()
    {
        var refusal = _refusal;
        _refusal = null;
        return refusal;
    }

    public Fault? Take() => _next.TryDequeue(out var fault) ? fault : null;

    public decimal? TakeFillAtMost()
    {
        var most = _fillAtMost;
        _fillAtMost = null;
        return most;
    }
}

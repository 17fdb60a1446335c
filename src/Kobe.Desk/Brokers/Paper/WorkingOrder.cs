using System.Collections.Immutable;

namespace Kobe.Desk.Brokers.Paper;

/// <summary>An order in the paper exchange's book, with what the broker's answers don't show.</summary>
internal sealed class WorkingOrder(Order order, OrderHours hours)
{
    public Order Order { get; set; } = order;

    /// <summary>When it may trade.</summary>
    public OrderHours Hours { get; set; } = hours;

    /// <summary>Whether its stop price has traded.</summary>
    public bool IsTriggered { get; set; }

    /// <summary>What was paid or got for the shares that are done, so that the mean price is not rounded
    /// twice.</summary>
    public decimal FilledCost { get; set; }

    /// <summary>The entry that this exit waits for or came with.</summary>
    public WorkingOrder? Parent { get; set; }

    /// <summary>The exits of this entry.</summary>
    public List<WorkingOrder> Legs { get; } = [];

    /// <summary>The exits of which one cancels the others, this one included; empty for an order alone.</summary>
    public List<WorkingOrder> Group { get; set; } = [];

    public bool CancelRequested { get; set; }

    /// <summary>A fault: no more shares than this are done.</summary>
    public decimal? FillAtMost { get; set; }

    /// <summary>Whether the lot was drawn that may fill it in part first.</summary>
    public bool PartDrawn { get; set; }

    public bool IsOpen => !Order.IsTerminal;

    public bool IsHeld => Order.Status == OrderStatus.Held;

    /// <summary>The order as an answer shows it, its legs within.</summary>
    public Order Answer => Legs.Count == 0
        ? Order
        : Order with { Legs = [.. Legs.Select(leg => leg.Order).ToImmutableArray()] };
}

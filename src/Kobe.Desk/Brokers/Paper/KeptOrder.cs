namespace Kobe.Desk.Brokers.Paper;

/// <summary>An order as it is kept on disk.</summary>
/// <param name="Order">What a broker's answer shows of it.</param>
/// <param name="From">When it may trade from (UTC).</param>
/// <param name="IsTriggered">Whether its stop price has traded.</param>
/// <param name="FilledCost">What was paid or got for what is done.</param>
/// <param name="Parent">The id of the entry that it came with.</param>
/// <param name="Group">The id of the first of the exits of which one cancels the others.</param>
internal sealed record KeptOrder(
    Order Order, DateTimeOffset From, bool IsTriggered, decimal FilledCost, string? Parent, string? Group)
{
    public static KeptOrder Of(WorkingOrder order) => new(
        order.Order, order.Hours.From, order.IsTriggered, order.FilledCost, order.Parent?.Order.Id,
        order.Group.Count == 0 ? null : order.Group[0].Order.Id);
}

using Kobe.Desk.Brokers;

namespace Kobe.Desk.Tests.Brokers;

/// <summary>What is news of an order and what is not, whichever way it comes.</summary>
public class OrderTrackerTests
{
    private static readonly DateTimeOffset Start = BrokerScene.Start;
    private readonly OrderTracker _tracker = new();

    [Fact]
    public void Execution_IsNewsOnce_AlsoWhereAnEarlierOneComesLater()
    {
        Assert.True(_tracker.Apply(Fill("x2", 6, Order(OrderStatus.Filled, 10, 2))));
        Assert.True(_tracker.Apply(Fill("x1", 4, Order(OrderStatus.PartiallyFilled, 4, 1))));
        Assert.False(_tracker.Apply(Fill("x1", 4, Order(OrderStatus.PartiallyFilled, 4, 1))));
        Assert.Equal(OrderStatus.Filled, _tracker.Orders["o"].Status);
    }

    [Fact]
    public void WhatWasLookedUp_IsNoNewsOnTheLine_UnderWhateverId()
    {
        _tracker.Apply(Fill("x1", 4, Order(OrderStatus.PartiallyFilled, 4, 1)));

        var missed = Assert.Single(_tracker.Missed(Order(OrderStatus.PartiallyFilled, 8, 3)));

        Assert.Equal(("partial_fill", 4m), (missed.Event, missed.Quantity));
        Assert.False(_tracker.Apply(Fill("x2", 4, Order(OrderStatus.PartiallyFilled, 8, 3))));
        Assert.True(_tracker.Apply(Fill("x3", 2, Order(OrderStatus.Filled, 10, 4))));
    }

    [Fact]
    public void MissedFills_AreTold_WithTheirMeanPrice_AndTheEndAfterThem()
    {
        _tracker.Apply(Fill("x1", 4, Order(OrderStatus.PartiallyFilled, 4, 1) with { FilledAveragePrice = 100 }));

        var missed = _tracker.Missed(Order(OrderStatus.Canceled, 8, 3) with { FilledAveragePrice = 101 }).ToList();

        Assert.Equal(["partial_fill", "canceled"], missed.Select(what => what.Event));
        Assert.Equal((4m, 102m), (missed[0].Quantity, missed[0].Price));
        Assert.Empty(_tracker.Missed(Order(OrderStatus.Canceled, 8, 3)));
    }

    [Theory]
    // what is known, what is told, whether it is news: status, shares done, second
    [InlineData(OrderStatus.New, 0, 1, OrderStatus.New, 0, 1, false)]
    [InlineData(OrderStatus.New, 0, 1, OrderStatus.PendingCancel, 0, 1, true)]
    [InlineData(OrderStatus.PendingReplace, 0, 2, OrderStatus.New, 0, 3, true)]
    [InlineData(OrderStatus.PendingReplace, 0, 2, OrderStatus.New, 0, 1, false)]
    [InlineData(OrderStatus.PartiallyFilled, 4, 2, OrderStatus.New, 0, 2, false)]
    [InlineData(OrderStatus.Canceled, 4, 2, OrderStatus.PendingCancel, 4, 3, false)]
    [InlineData(OrderStatus.DoneForDay, 0, 2, OrderStatus.New, 0, 9, true)]
    public void State_NeverGoesBack(OrderStatus known, int had, int at, OrderStatus told, int has, int later, bool isNews)
    {
        _tracker.Apply(new(OrderWords.Of(known), Start, Order(known, had, at)));

        Assert.Equal(isNews, _tracker.Apply(new(OrderWords.Of(told), Start, Order(told, has, later))));
        Assert.Equal(isNews ? told : known, _tracker.Orders["o"].Status);
    }

    [Fact]
    public void OrderThatWasThereBefore_IsNoNews()
    {
        _tracker.Know(Order(OrderStatus.PartiallyFilled, 4, 1));

        Assert.Empty(_tracker.Missed(Order(OrderStatus.PartiallyFilled, 4, 1)));
        Assert.False(_tracker.Apply(Fill("x1", 4, Order(OrderStatus.PartiallyFilled, 4, 1))));
        Assert.Equal(6m, Assert.Single(_tracker.Missed(Order(OrderStatus.Filled, 10, 2))).Quantity);
    }

    private static OrderEvent Fill(string execution, decimal quantity, Order order) =>
        new(order.Status == OrderStatus.Filled ? "fill" : "partial_fill", order.UpdatedAt, order) { ExecutionId = execution, Quantity = quantity, Price = 100 };

    private static Order Order(OrderStatus status, decimal done, int second) => new()
    {
        Id = "o",
        ClientOrderId = "c",
        Symbol = "AAPL",
        Side = OrderSide.Buy,
        Type = OrderType.Limit,
        TimeInForce = TimeInForce.Day,
        Status = status,
        Quantity = 10,
        FilledQuantity = done,
        UpdatedAt = Start.AddSeconds(second),
    };
}

using System.Collections.Immutable;
using Kobe.Desk.Brokers;

namespace Kobe.Desk.Orders;

/// <summary>An order of the desk as its log has it, to look at.</summary>
/// <param name="ClientOrderId">Our id.</param>
/// <param name="Key">The key of the occurrence that wanted it.</param>
/// <param name="Task">The schedule's row.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="At">When it was intended (UTC).</param>
/// <param name="State">What is known of it.</param>
/// <param name="Symbol">The symbol.</param>
/// <param name="Side">Which way.</param>
/// <param name="Quantity">Shares; null for an order by amount.</param>
/// <param name="LimitPrice">The limit, dollars a share; null without one.</param>
/// <param name="PlannedStop">Where the entry is to be given up, dollars a share; null when none was planned.</param>
/// <param name="Code">The gate that denied it; empty otherwise.</param>
/// <param name="Why">The words of a refusal; empty otherwise.</param>
/// <param name="OrderIds">The broker's ids: its own and those of its legs.</param>
public sealed record DeskOrder(
    string ClientOrderId, string Key, string Task, IntentKind Kind, DateTimeOffset At, RecordState State, string Symbol,
    OrderSide Side, decimal? Quantity, decimal? LimitPrice, decimal? PlannedStop, string Code, string Why,
    ImmutableArray<string> OrderIds)
{
    /// <summary>Whether it ends with the day, as the orders of day trades do.</summary>
    public bool IsForTheDay { get; init; }

    /// <summary>Whether it was sent, or may have been.</summary>
    public bool WasSent => State is not (RecordState.Denied or RecordState.Observed or RecordState.NotPlaced);

    /// <summary>Whether nobody knows yet if it exists.</summary>
    public bool IsInDoubt => State is RecordState.Intended or RecordState.Unresolved;

    internal static DeskOrder Of(OrderRecord record) => new(
        record.Request.ClientOrderId, record.Key, record.Task, record.Kind, record.At, record.State,
        record.Request.Symbol, record.Request.Side, record.Request.Quantity, record.Request.LimitPrice,
        record.PlannedStop, record.Code, record.Why, record.OrderIds)
    {
        IsForTheDay = record.Request.TimeInForce == TimeInForce.Day,
    };
}

using System.Collections.Immutable;
using Kobe.Desk.Brokers;

namespace Kobe.Desk.Orders;

/// <summary>One order of the desk, as its log has it.</summary>
/// <param name="Request">What is sent, or would be.</param>
/// <param name="Key">The occurrence's key.</param>
/// <param name="Task">The schedule's row.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="At">When it was intended (UTC).</param>
/// <param name="State">What is known of it.</param>
internal sealed record OrderRecord(
    OrderRequest Request, string Key, string Task, IntentKind Kind, DateTimeOffset At, RecordState State)
{
    /// <summary>The price at which the entry is to be given up.</summary>
    public decimal? PlannedStop { get; init; }

    public string Sector { get; init; } = "";

    /// <summary>The broker's ids: the order's own and those of its legs.</summary>
    public ImmutableArray<string> OrderIds { get; init; } = [];

    /// <summary>The words of the answer; of a denial, its code first.</summary>
    public string Why { get; init; } = "";

    public string Code { get; init; } = "";

    public bool IsInDoubt => State is RecordState.Intended or RecordState.Unresolved;

    public bool IsWorking => State == RecordState.Confirmed;

    /// <summary>Whether it was sent, or may have been.</summary>
    public bool WasSent => State is not (RecordState.Denied or RecordState.Observed);
}

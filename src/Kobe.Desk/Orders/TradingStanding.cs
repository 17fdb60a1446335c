using Kobe.Core.Runs;

namespace Kobe.Desk.Orders;

/// <summary>What trading is allowed at the moment.</summary>
/// <param name="State">Active, reducing or halted.</param>
/// <param name="ExitsApproved">Whether exits were approved since the halt.</param>
/// <param name="Why">Who set it and why, or what kept it from being read.</param>
public sealed record TradingStanding(TradingState State, bool ExitsApproved, string Why)
{
    /// <summary>Whether orders of this kind may go through.</summary>
    /// <param name="kind">What the order is for.</param>
    public bool Allows(IntentKind kind) => kind == IntentKind.Entry
        ? State == TradingState.ACTIVE
        : State != TradingState.HALTED || ExitsApproved;
}

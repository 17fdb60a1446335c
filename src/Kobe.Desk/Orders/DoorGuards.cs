using Kobe.Desk.Accounts;

namespace Kobe.Desk.Orders;

/// <summary>What the door asks of the desk around it.</summary>
/// <param name="ReconcileAsync">Compares with the broker, if that was not done since the desk was opened; null when the
/// broker could not be asked.</param>
/// <param name="LiveProblem">Why no order may go to the live account at an instant; null when it may, or is
/// none.</param>
internal sealed record DoorGuards(
    Func<CancellationToken, Task<Reconciliation?>> ReconcileAsync, Func<DateTimeOffset, string?> LiveProblem);

using Kobe.Desk.Accounts;
using Kobe.Desk.Brokers;

namespace Kobe.Plugins.Trading.Books;

/// <summary>What settling found.</summary>
/// <param name="Reconciliation">The differences.</param>
/// <param name="News">How many of them were new to a person.</param>
/// <param name="Held">What is held.</param>
/// <param name="Open">The orders that have not ended.</param>
/// <param name="Trades">How many closed trades were written down.</param>
/// <param name="Gone">How many positions left the book.</param>
internal sealed record Settled(
    Reconciliation Reconciliation, int News, IReadOnlyList<Position> Held, IReadOnlyList<Order> Open, int Trades,
    int Gone)
{
    /// <summary>Whether the broker holds what the fills make.</summary>
    public bool IsEqual => !Reconciliation.Findings.Any(finding => finding.Kind == FindingKind.Discrepancy);
}

using System.Collections.Immutable;
using Kobe.Desk.Accounts;

namespace Kobe.Desk;

/// <summary>What came of comparing the desk with the broker.</summary>
/// <param name="Reconciliation">The differences; null when the broker could not be asked.</param>
/// <param name="News">Those that a person has not been told of before.</param>
/// <param name="Problem">Why the broker could not be asked; null when it could.</param>
public sealed record DeskReport(Reconciliation? Reconciliation, ImmutableArray<Finding> News, string? Problem);

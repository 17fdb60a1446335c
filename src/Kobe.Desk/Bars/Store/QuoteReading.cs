using Kobe.Core.Text;
using Kobe.Desk.Brokers;

namespace Kobe.Desk.Bars.Store;

/// <summary>Stored quotes, or why there are none.</summary>
/// <param name="Quotes">The quotes in order of time.</param>
/// <param name="Source">Who said so; null where nothing is stored.</param>
/// <param name="IsSynthetic">Whether the prices were made up.</param>
/// <param name="Errors">Why a file was refused; empty when none was.</param>
public sealed record QuoteReading(
    IReadOnlyList<Quote> Quotes, string? Source, bool IsSynthetic, IReadOnlyList<Diagnostic> Errors);

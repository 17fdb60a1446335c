using Kobe.Core.Text;

namespace Kobe.Desk.Bars;

/// <summary>What came of reading bars: a series with what was kept out of it, or why there is none.</summary>
/// <param name="Series">The bars; null when the file was refused.</param>
/// <param name="Quarantined">What was kept out, with reasons, in the order of the file.</param>
/// <param name="Errors">Why the file was refused, all at once; empty when there is a series.</param>
public sealed record BarReading(
    BarSeries? Series, IReadOnlyList<QuarantinedBar> Quarantined, IReadOnlyList<Diagnostic> Errors);

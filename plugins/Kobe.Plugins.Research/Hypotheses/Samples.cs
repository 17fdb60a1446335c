namespace Kobe.Plugins.Research.Hypotheses;

/// <summary>What happened when the condition of a hypothesis held, and when it did not; one number a date, in
/// order.</summary>
/// <param name="Marked">What happened when it held.</param>
/// <param name="Others">What happened when it did not; empty when the mean is compared with 0.</param>
internal sealed record Samples(IReadOnlyList<double> Marked, IReadOnlyList<double> Others);

namespace Kobe.Core.Planning.Forecasting;

/// <summary>One date that stands for all of its kind.</summary>
/// <param name="Kind"><c>plain</c>, <c>early_close</c>, <c>holiday</c>, <c>saturday</c> or <c>sunday</c>.</param>
/// <param name="Date">The date.</param>
/// <param name="Occurrences">How many occurrences it has.</param>
/// <param name="Runs">How many of them run, as far as schedule and calendar decide.</param>
/// <param name="Tasks">How many rows have one that runs.</param>
public sealed record DaySample(string Kind, DateOnly Date, int Occurrences, int Runs, int Tasks);

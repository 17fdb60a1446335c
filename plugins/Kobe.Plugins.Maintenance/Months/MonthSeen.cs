namespace Kobe.Plugins.Maintenance.Months;

/// <summary>What checking a month of the journal publishes.</summary>
/// <param name="Month">The month.</param>
/// <param name="Files">How many files it has.</param>
/// <param name="Lines">How many lines they have.</param>
/// <param name="Again">Whether it was held against an earlier record, and was the same.</param>
internal sealed record MonthSeen(string Month, int Files, long Lines, bool Again);

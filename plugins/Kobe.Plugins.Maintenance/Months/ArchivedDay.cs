namespace Kobe.Plugins.Maintenance.Months;

/// <summary>One day's file of the journal, as it was when its month was over.</summary>
/// <param name="File">Its name.</param>
/// <param name="Lines">How many whole lines it has.</param>
/// <param name="First">The number of the first.</param>
/// <param name="Last">The number of the last.</param>
/// <param name="Sha256">The hash of all its lines, 64 lower-case hex digits.</param>
internal sealed record ArchivedDay(string File, long Lines, long First, long Last, string Sha256);

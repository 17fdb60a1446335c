namespace Kobe.Plugins.Maintenance.ConfigSnapshots;

/// <summary>What keeping a picture publishes.</summary>
/// <param name="Part">What it is of.</param>
/// <param name="Hash">One hash over all of it.</param>
/// <param name="Files">How many files it has.</param>
/// <param name="Changes">What is different from the picture before, a few words each.</param>
internal sealed record ConfigKept(string Part, string Hash, int Files, IReadOnlyList<string> Changes);

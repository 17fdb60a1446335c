namespace Kobe.Plugins.Maintenance.EvidenceIndexes;

/// <summary>What hashing files again publishes.</summary>
/// <param name="Ok">Whether none was changed.</param>
/// <param name="Open">Those that were, by path.</param>
/// <param name="Checked">How many were hashed.</param>
/// <param name="Gone">How many are not there any more: what was pruned, moved or compressed.</param>
internal sealed record EvidenceSeen(bool Ok, IReadOnlyList<string> Open, int Checked, int Gone);

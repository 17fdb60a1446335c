namespace Kobe.Plugins.Maintenance.EvidenceIndexes;

/// <summary>One file that an attempt showed: a line of <c>evidence/DATE.jsonl</c>.</summary>
/// <param name="Key">The occurrence.</param>
/// <param name="At">When its attempt ended (UTC).</param>
/// <param name="Path">The file.</param>
/// <param name="Sha256">Its hash then, 64 lower-case hex digits.</param>
/// <param name="Bytes">Its length then.</param>
internal sealed record EvidenceLine(string Key, DateTimeOffset At, string Path, string Sha256, long Bytes);

namespace Kobe.Plugins.Maintenance.Seals;

/// <summary>One line of <c>audit/seals.jsonl</c>: the journal at one moment, chained to the line before.</summary>
/// <param name="Key">The occurrence that set it.</param>
/// <param name="At">When (UTC).</param>
/// <param name="File">The journal's newest file.</param>
/// <param name="Bytes">How many bytes of it are sealed.</param>
/// <param name="Sha256">Their hash, 64 lower-case hex digits.</param>
/// <param name="Previous">The hash of the line before; 64 zeros for the first.</param>
internal sealed record Seal(string Key, DateTimeOffset At, string File, long Bytes, string Sha256, string Previous);

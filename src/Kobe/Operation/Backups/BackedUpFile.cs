namespace Kobe.Operation.Backups;

/// <summary>One file of a backup.</summary>
/// <param name="Path">Its path in the state directory, with <c>/</c> between names.</param>
/// <param name="Bytes">How many bytes of it are kept.</param>
/// <param name="Sha256">Their hash, 64 lower-case hex digits.</param>
internal sealed record BackedUpFile(string Path, long Bytes, string Sha256);

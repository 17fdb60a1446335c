namespace Kobe.Core.Markets.Files;

/// <summary>A file that the shell has read.</summary>
/// <param name="Path">How messages name it.</param>
/// <param name="Bytes">Its content.</param>
public sealed record TextFile(string Path, ReadOnlyMemory<byte> Bytes);

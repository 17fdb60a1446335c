namespace Kobe.Journals;

/// <summary>The last line, which a crash or a full disk left unfinished and which was cut off.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Offset">Where it began, in bytes; the file's length now.</param>
/// <param name="Bytes">How many bytes went, blank ones included.</param>
internal sealed record TornTail(string File, int Line, long Offset, long Bytes);

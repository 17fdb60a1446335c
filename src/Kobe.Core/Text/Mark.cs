namespace Kobe.Core.Text;

/// <summary>A place in a text file.</summary>
/// <param name="File">The file as the shell named it; it is only repeated, never opened.</param>
/// <param name="Line">Line, from 1. Lines end with LF, CRLF or CR.</param>
/// <param name="Column">Column, from 1, in UTF-16 code units as editors count; a byte order mark has no column.</param>
public readonly record struct Mark(string File, int Line, int Column)
{
    /// <summary>As <c>file:line:column</c>.</summary>
    /// <returns>The text that editors and terminals make into a link.</returns>
    public override string ToString() => $"{File}:{Line}:{Column}";
}

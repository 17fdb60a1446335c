namespace Kobe.Core.Text;

/// <summary>Turns an offset in a text into a line and column.</summary>
internal static class TextPosition
{
    /// <summary>The mark of the character at <paramref name="index"/>; the length gives the place behind.</summary>
    public static Mark At(string file, ReadOnlySpan<char> text, int index)
    {
        var line = 1;
        var start = 0;
        for (var i = 0; i < index; i++)
        {
            // A CRLF ends one line: its CR does not count, its LF does.
            var ends = text[i] == '\n' || (text[i] == '\r' && (i + 1 >= text.Length || text[i + 1] != '\n'));
            if (ends)
            {
                line++;
                start = i + 1;
            }
        }

        return new Mark(file, line, index - start + 1);
    }
}

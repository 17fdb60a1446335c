namespace Kobe.Core.Text;

/// <summary>Which characters a text may hold: what people see, and line breaks and tabs.</summary>
internal static class TextCharacters
{
    /// <summary>The index of the first character that is refused, or -1.</summary>
    public static int IndexOfForbidden(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= ' ' and < '\u007F' or '\n' or '\r' or '\t')
            {
                continue;
            }

            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (IsForbidden(c))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>How a message names a character that can't be printed.</summary>
    public static string Name(char c) => c switch
    {
        '\0' => "a NUL",
        '\uFEFF' => "a byte order mark (U+FEFF)",
        _ when char.IsSurrogate(c) => $"half a surrogate pair (U+{(int)c:X4})",
        _ when IsLineBreak(c) => $"an unusual line break (U+{(int)c:X4})",
        _ => $"a control character (U+{(int)c:X4})",
    };

    // Without these the parser's line numbers would differ from an editor's.
    private static bool IsLineBreak(char c) => c is '\u0085' or '\u2028' or '\u2029';

    private static bool IsForbidden(char c) =>
        char.IsControl(c) || char.IsSurrogate(c) || IsLineBreak(c) || c is '\uFEFF' or '\uFFFE' or '\uFFFF';
}

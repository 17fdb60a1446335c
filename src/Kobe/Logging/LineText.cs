using System.Globalization;
using System.Text;

namespace Kobe.Logging;

/// <summary>Keeps what others wrote on one line of the log, and visible.</summary>
internal static class LineText
{
    /// <summary>The text with every control character, line end and change of writing direction spelt out.</summary>
    public static string Escape(string text)
    {
        var first = 0;
        while (first < text.Length && !IsHidden(text, first))
        {
            first++;
        }

        if (first == text.Length)
        {
            return text;
        }

        var escaped = new StringBuilder(text, 0, first, text.Length + 16);
        for (var i = first; i < text.Length; i++)
        {
            if (!IsHidden(text, i))
            {
                escaped.Append(text[i]);
                continue;
            }

            _ = text[i] switch
            {
                '\n' => escaped.Append(@"\n"),
                '\r' => escaped.Append(@"\r"),
                '\t' => escaped.Append(@"\t"),
                var c => escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
            };
        }

        return escaped.ToString();
    }

    // Format characters turn the writing direction around; half a pair is no text at all.
    private static bool IsHidden(string text, int i) => char.GetUnicodeCategory(text[i]) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format => true,
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.Surrogate => !char.IsSurrogatePair(text, i > 0 && char.IsLowSurrogate(text[i]) ? i - 1 : i),
        _ => false,
    };
}

using System.Text;

namespace Kobe.Core.Runs;

/// <summary>Bounds text from outside, so that what is written can be read back as exactly the same string.</summary>
internal static class FreeText
{
    /// <summary>At most so many characters, lone surrogates replaced: UTF-8 has no form for them.</summary>
    public static string Clean(string text, int max) => Maybe(text, max) ?? "";

    /// <summary>As <see cref="Clean"/>; null stays null.</summary>
    public static string? Maybe(string? text, int max)
    {
        if (text is null || (text.Length <= max && !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')))
        {
            return text;
        }

        var clean = new StringBuilder(Math.Min(text.Length, max));
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > max)
            {
                break;
            }

            clean.Append(rune.ToString());
        }

        return clean.ToString();
    }
}

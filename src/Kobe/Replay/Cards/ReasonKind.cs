using System.Text;

namespace Kobe.Replay.Cards;

/// <summary>Equal reasons count together: what is particular to one occurrence is left out of them.</summary>
internal static class ReasonKind
{
    private const int CharsMax = 90;

    /// <summary>The first sentence of a reason, numbers and keys as <c>#</c>.</summary>
    public static string Of(string? reason)
    {
        if (string.IsNullOrEmpty(reason))
        {
            return "no reason given";
        }

        var text = new StringBuilder();
        var inNumber = false;
        foreach (var c in FirstSentence(reason))
        {
            var isDigit = char.IsAsciiDigit(c) || (inNumber && c is '.' or ':' or '-' or ',');
            if (isDigit && !inNumber)
            {
                text.Append('#');
            }

            if (!isDigit)
            {
                text.Append(c);
            }

            inNumber = isDigit;
        }

        return text.ToString();
    }

    private static string FirstSentence(string reason)
    {
        var end = reason.AsSpan().IndexOfAny(". ", ";", StringComparison.Ordinal);
        var cut = end >= 0 ? reason[..end] : reason;
        return cut.Length <= CharsMax ? cut : cut[..CharsMax] + "…";
    }

    private static int IndexOfAny(this ReadOnlySpan<char> text, string one, string other, StringComparison comparison)
    {
        var (first, second) = (text.IndexOf(one, comparison), text.IndexOf(other, comparison));
        return first < 0 ? second : second < 0 ? first : Math.Min(first, second);
    }
}

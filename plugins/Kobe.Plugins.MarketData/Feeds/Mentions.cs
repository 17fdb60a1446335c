namespace Kobe.Plugins.MarketData.Feeds;

/// <summary>Which watched symbols a text names, and in what tone.</summary>
internal static class Mentions
{
    // Short symbols are words too (IT, ALL): they count only as $IT or (IT).
    private const int PlainLengthMin = 3;
    private const int SymbolsMax = 20;

    private static readonly HashSet<string> Good = new(StringComparer.OrdinalIgnoreCase)
    {
        "beats", "beat", "raises", "raised", "record", "upgrade", "upgraded", "wins", "approval", "approved", "growth",
        "surges", "rises", "rally", "strong", "profit", "buyback", "outperform", "gains",
    };

    private static readonly HashSet<string> Bad = new(StringComparer.OrdinalIgnoreCase)
    {
        "misses", "miss", "cuts", "cut", "downgrade", "downgraded", "lawsuit", "probe", "recall", "loss", "losses",
        "falls", "plunges", "weak", "warning", "warns", "bankruptcy", "default", "fraud", "halted",
    };

    /// <summary>The symbols that a text names, in the order of the text.</summary>
    public static IReadOnlyList<string> In(string text, IReadOnlySet<string> symbols)
    {
        List<string>? found = null;
        var at = 0;
        while (at < text.Length)
        {
            if (!char.IsAsciiLetterUpper(text[at]) || (at > 0 && char.IsLetterOrDigit(text[at - 1])))
            {
                at++;
                continue;
            }

            var end = at;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '-'))
            {
                end++;
            }

            var word = text[at..end].TrimEnd('.', '-');
            var isMarked = at > 0 && text[at - 1] is '$' or '(' or ':';
            if ((isMarked || word.Length >= PlainLengthMin) && symbols.Contains(word)
                && found?.Contains(word) != true && (found?.Count ?? 0) < SymbolsMax)
            {
                (found ??= []).Add(word);
            }

            at = Math.Max(end, at + 1);
        }

        return found ?? [];
    }

    /// <summary>Good words less bad ones by both together, −1 to 1; 0 without either. A count, no judgement.</summary>
    public static double Tone(string text)
    {
        var (good, bad) = (0, 0);
        foreach (var word in text.Split(
            [' ', ',', '.', ':', ';', '!', '?', '(', ')', '"', '\''], StringSplitOptions.RemoveEmptyEntries))
        {
            good += Good.Contains(word) ? 1 : 0;
            bad += Bad.Contains(word) ? 1 : 0;
        }

        return good + bad == 0 ? 0 : Math.Round((double)(good - bad) / (good + bad), 3);
    }
}

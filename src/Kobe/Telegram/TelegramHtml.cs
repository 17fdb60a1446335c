using System.Text;

namespace Kobe.Telegram;

/// <summary>Telegram's HTML: escaping, plain text, and messages of a length that it takes.</summary>
internal static class TelegramHtml
{
    /// <summary>The longest message: so many UTF-16 units after its tags and entities are read.</summary>
    public const int UnitsMax = 4096;

    /// <summary>Text as it shows, whatever it holds.</summary>
    public static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>What a person sees of it.</summary>
    public static string Plain(string html)
    {
        var plain = new StringBuilder(html.Length);
        foreach (var piece in Pieces(html).Where(piece => !piece.IsTag))
        {
            plain.Append(piece.Text switch
            {
                "&amp;" => "&",
                "&lt;" => "<",
                "&gt;" => ">",
                "&quot;" => "\"",
                var text => text,
            });
        }

        return plain.ToString();
    }

    /// <summary>Cuts a text into messages, at ends of lines where it can; each closes the tags that it opens.</summary>
    public static IReadOnlyList<string> Split(string html, int unitsMax = UnitsMax)
    {
        var pieces = Pieces(html).ToList();
        var messages = new List<string>();
        var open = new List<string>();
        var start = 0;
        while (start < pieces.Count)
        {
            var end = End(pieces, start, unitsMax);
            var message = new StringBuilder().AppendJoin("", open);
            for (var i = start; i < end; i++)
            {
                message.Append(pieces[i].Text);
                Follow(pieces[i], open);
            }

            for (var i = open.Count - 1; i >= 0; i--)
            {
                message.Append("</").Append(NameOf(open[i])).Append('>');
            }

            messages.Add(message.ToString());

            // The line's end where it was cut would be an empty line at the top of the next.
            start = end < pieces.Count && pieces[end].Text == "\n" ? end + 1 : end;
        }

        return messages;
    }

    private static int End(List<(string Text, int Units, bool IsTag)> pieces, int start, int unitsMax)
    {
        var units = 0;
        var lineEnd = -1;
        for (var i = start; i < pieces.Count; i++)
        {
            if (units + pieces[i].Units > unitsMax)
            {
                return lineEnd > start ? lineEnd : i;
            }

            units += pieces[i].Units;
            lineEnd = pieces[i].Text == "\n" ? i : lineEnd;
        }

        return pieces.Count;
    }

    private static void Follow((string Text, int Units, bool IsTag) piece, List<string> open)
    {
        if (!piece.IsTag)
        {
            return;
        }

        if (!piece.Text.StartsWith("</", StringComparison.Ordinal))
        {
            open.Add(piece.Text);
        }
        else if (open.FindLastIndex(tag => NameOf(tag) == NameOf(piece.Text)) is var index and >= 0)
        {
            open.RemoveAt(index);
        }
    }

    // Tags, entities, and else one character each; half a surrogate pair is none.
    private static IEnumerable<(string Text, int Units, bool IsTag)> Pieces(string html)
    {
        for (var i = 0; i < html.Length;)
        {
            var end = html[i] switch
            {
                '<' => html.IndexOf('>', i),
                '&' when html.IndexOf(';', i) is var semicolon && semicolon - i is > 1 and < 10 => semicolon,
                var c when char.IsHighSurrogate(c) && i + 1 < html.Length => i + 1,
                _ => i,
            };
            end = end < 0 ? i : end;
            var text = html[i..(end + 1)];
            var isTag = text.Length > 1 && text[0] == '<';
            yield return (text, isTag ? 0 : text[0] == '&' ? 1 : text.Length, isTag);
            i = end + 1;
        }
    }

    private static string NameOf(string tag)
    {
        var name = tag.AsSpan().Trim("</>");
        var end = name.IndexOf(' ');
        return (end < 0 ? name : name[..end]).ToString();
    }
}

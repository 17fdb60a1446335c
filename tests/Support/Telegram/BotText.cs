using System.Net;
using System.Text.RegularExpressions;

namespace Kobe.Testing.Telegram;

/// <summary>How Telegram reads HTML: which tags it knows, whether they are balanced, how long the text is.</summary>
internal static partial class BotText
{
    private static readonly string[] Tags = ["b", "i", "u", "s", "code", "pre", "a", "tg-spoiler", "blockquote"];

    /// <summary>What a person sees; null with a reason when the tags don't hold.</summary>
    public static string? Plain(string html, out string problem)
    {
        var open = new Stack<string>();
        problem = "";
        foreach (Match tag in Tag().Matches(html))
        {
            var name = tag.Groups["name"].Value;
            if (!Tags.Contains(name))
            {
                problem = $"Unsupported start tag \"{name}\"";
            }
            else if (tag.Groups["end"].Length == 0)
            {
                open.Push(name);
            }
            else if (open.Count == 0 || open.Pop() != name)
            {
                problem = $"Unmatched end tag \"{name}\"";
            }
        }

        problem = problem.Length == 0 && open.Count > 0 ? $"Can't find end tag \"{open.Peek()}\"" : problem;
        return problem.Length > 0 ? null : WebUtility.HtmlDecode(Tag().Replace(html, ""));
    }

    [GeneratedRegex("<(?<end>/?)(?<name>[a-zA-Z-]+)[^>]*>")]
    private static partial Regex Tag();
}

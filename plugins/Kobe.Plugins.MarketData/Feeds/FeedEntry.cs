using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Kobe.Plugins.MarketData.Feeds;

/// <summary>An entry as a document has it.</summary>
/// <param name="Id">Its own id, or null.</param>
/// <param name="At">Its date; null when the document gives none.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Link">Its address, or null.</param>
/// <param name="Summary">The text behind the headline, perhaps with markup.</param>
/// <param name="Value">The value, in a series.</param>
internal sealed partial record FeedEntry(
    string? Id, DateTimeOffset? At, string Title, string? Link, string? Summary, double? Value)
{
    private const int TitleMax = 300;
    private const int SummaryMax = 600;
    private const int LinkMax = 2_000;

    /// <summary>The entry as it is kept.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="kind">What it brings.</param>
    /// <param name="now">When it is read; an entry without a date has this one.</param>
    /// <param name="symbols">The watched symbols.</param>
    /// <param name="synthetic">Whether it was made up.</param>
    public FeedItem Item(
        string feed, FeedKind kind, DateTimeOffset now, IReadOnlySet<string> symbols, bool synthetic)
    {
        var title = Plain(Title, TitleMax) is { Length: > 0 } text ? text : "(without a title)";
        var link = Link is { Length: <= LinkMax } && Uri.TryCreate(Link, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https" ? Link : null;
        var summary = Plain(Summary ?? "", SummaryMax);
        var id = Id ?? link ?? Hash($"{title}\n{At:O}");
        return new(
            id.Length > LinkMax ? Hash(id) : id, feed, kind, (At ?? now).ToUniversalTime(), now, title, link,
            summary.Length == 0 ? null : summary, Mentions.In($"{title} {summary}", symbols), Value, synthetic);
    }

    private static string Plain(string text, int most)
    {
        var plain = Spaces().Replace(System.Net.WebUtility.HtmlDecode(Tags().Replace(text, " ")), " ").Trim();
        return plain.Length <= most ? plain : plain[..(most - 1)] + "…";
    }

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];

    // Without backtracking: the text is a stranger's.
    [GeneratedRegex("<[^<>]{0,2000}>", RegexOptions.NonBacktracking)]
    private static partial Regex Tags();

    [GeneratedRegex(@"[\s\p{C}]+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();
}

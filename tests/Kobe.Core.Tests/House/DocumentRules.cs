using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Kobe.Core.Tests.House;

/// <summary>Documents lead somewhere, decisions are numbered, and lists agree with what they list.</summary>
internal static partial class DocumentRules
{
    private const string Libraries = "docs/adr/0007-libraries.md";

    public static IReadOnlyList<TidyRule> All { get; } =
    [
        new("links that resolve", DeadLinks),
        new("numbered decisions", DecisionNumbers),
        TidyRule.ForEach("decisions with a date", IsDecision, DecisionHeads),
        new("packages with a reason", Packages),
        TidyRule.ForEach("glossary in order", file => file.Path == "docs/glossary.md", GlossaryOrder),
    ];

    private static IEnumerable<string> DeadLinks(IReadOnlyList<CommittedFile> files)
    {
        var paths = files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var folders = paths.SelectMany(Parents).ToHashSet(StringComparer.Ordinal);
        var headings = files.Where(file => file.IsDocument).ToDictionary(file => file.Path, Headings);
        return
            from file in files
            where file.IsDocument
            from match in Link().Matches(WithoutCode(file.Text))
            let target = match.Groups["target"].Value
            where !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:")
            let parts = target.Split('#', 2)
            let path = parts[0].Length == 0 ? file.Path : Resolve(file.Path, parts[0])
            where !(paths.Contains(path) || folders.Contains(path)) ||
                (parts.Length == 2 && !headings.GetValueOrDefault(path, []).Contains(parts[1]))
            select file.At(match.Index, $"the link to '{target}' leads nowhere.");
    }

    private static IEnumerable<string> DecisionNumbers(IReadOnlyList<CommittedFile> files)
    {
        var decisions = files.Where(IsDecision).Select(file => file.Path).Order(StringComparer.Ordinal);
        return
            from decision in decisions.Index()
            let expected = (decision.Index + 1).ToString("D4", CultureInfo.InvariantCulture)
            where !Path.GetFileName(decision.Item).StartsWith(expected + "-", StringComparison.Ordinal)
            select $"{decision.Item}: the next number is {expected}; no holes, none twice.";
    }

    private static IEnumerable<string> DecisionHeads(CommittedFile file)
    {
        var number = Path.GetFileName(file.Path)[..4];
        if (!file.Text.StartsWith($"# {number}. ", StringComparison.Ordinal))
        {
            yield return $"{file.Path}:1: a decision begins with its number and title: '# {number}. …'.";
        }

        if (!Status().IsMatch(file.Text))
        {
            yield return $"{file.Path}:3: a decision says 'Status: accepted · 2026-11-21', or 'superseded by' which.";
        }
    }

    private static IEnumerable<string> Packages(IReadOnlyList<CommittedFile> files)
    {
        var used = files.Where(file => file.Path == "Directory.Packages.props")
            .SelectMany(file => XDocument.Parse(file.Text).Descendants("PackageVersion"))
            .Select(package => $"`{package.Attribute("Include")!.Value}` {package.Attribute("Version")!.Value}")
            .ToHashSet(StringComparer.Ordinal);
        var explained = files.Where(file => file.Path == Libraries)
            .SelectMany(file => PackageRow().Matches(file.Text))
            .Select(row => $"{row.Groups["name"].Value} {row.Groups["version"].Value}")
            .ToHashSet(StringComparer.Ordinal);
        return used.Except(explained).Order().Select(one => $"{Libraries}: no row, or another version, for {one}.")
            .Concat(explained.Except(used).Order().Select(one => $"{Libraries}: {one} is not in use."));
    }

    private static IEnumerable<string> GlossaryOrder(CommittedFile file)
    {
        var words = GlossaryWord().Matches(file.Text).Select(match => match.Groups["word"].Value).ToList();
        return
            from pair in words.Zip(words.Skip(1))
            where string.Compare(pair.First, pair.Second, StringComparison.OrdinalIgnoreCase) >= 0
            select $"{file.Path}: '{pair.Second}' stands behind '{pair.First}'; words are in alphabetical order, once.";
    }

    private static bool IsDecision(CommittedFile file) =>
        file.IsDocument && file.Path.StartsWith("docs/adr/", StringComparison.Ordinal);

    private static string Resolve(string from, string target) =>
        Path.GetRelativePath("/", Path.GetFullPath(target, "/" + Path.GetDirectoryName(from)))
            .Replace('\\', '/').TrimEnd('/');

    private static IEnumerable<string> Parents(string path)
    {
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
        {
            yield return path[..slash];
        }
    }

    // Headings as their anchors: lower case, no punctuation, hyphens for spaces.
    private static HashSet<string> Headings(CommittedFile file) =>
    [
        .. from match in Heading().Matches(file.Text)
           let kept = match.Groups["text"].Value.Trim().ToLowerInvariant()
               .Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')
           select string.Concat(kept).Replace(' ', '-'),
    ];

    private static string WithoutCode(string text) =>
        Code().Replace(text, match => string.Concat(match.Value.Select(c => c == '\n' ? c : ' ')));

    [GeneratedRegex(@"\[[^\]\n]*\]\((?<target>[^)\s]+)[^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"```.*?```|`[^`\n]*`", RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"^#+ (?<text>[^\n]+)", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^Status: (?:accepted · \d{4}-\d\d-\d\d|superseded by .*\d{4})", RegexOptions.Multiline)]
    private static partial Regex Status();

    [GeneratedRegex(@"^\| (?<name>`[^`]+`) \| (?<version>\S+) \| [^|]+ \| [^|]{10,} \|", RegexOptions.Multiline)]
    private static partial Regex PackageRow();

    [GeneratedRegex(@"^- \*\*(?<word>[^*]+)\*\* – \S", RegexOptions.Multiline)]
    private static partial Regex GlossaryWord();
}

using System.Text.RegularExpressions;

namespace Kobe.Core.Tests.House;

/// <summary>What no text of the repository may hold, and how long it may be.</summary>
internal static partial class TextRules
{
    private const int ColumnsMax = 120;

    // Rows of a table of facts stay in line, one a fact: there the reading goes down, not across.
    private const int ColumnsMaxInTests = 180;

    // Longer is not read in one sitting.
    private const int LinesMax = 300;

    // Files that are longer all the same, with their length: they may shrink and not grow. A short list is a good list.
    private static readonly Dictionary<string, int> Ratchet = [];

    public static IReadOnlyList<TidyRule> All { get; } =
    [
        TidyRule.ForEach("columns", file => file.IsSource, TooWide),
        TidyRule.ForEach("file length", file => file.IsSource, TooLong),
        TidyRule.ForEach("no regions", file => file.IsSource, Find(Region, "split the file rather than fold it")),
        TidyRule.ForEach("no loose ends", file => !file.IsDocument, Find(LooseEnd, "name the issue: (#12)")),
        TidyRule.ForEach("no machine paths", _ => true, Find(MachinePath, "nobody else has that folder")),
        TidyRule.ForEach("no package index", _ => true, Find(PackageIndex, "the machine knows where packages are")),
        TidyRule.ForEach("no sleeping", file => file.IsSource, Find(Sleep, "wait for a signal, or on simulated time")),
    ];

    private static Func<CommittedFile, IEnumerable<string>> Find(Func<Regex> pattern, string advice) =>
        file => pattern().Matches(file.Text).Select(match => file.At(match.Index, $"'{match.Value}': {advice}."));

    private static IEnumerable<string> TooWide(CommittedFile file) =>
        from line in file.Lines.Index()
        let width = line.Item.TrimEnd('\r').Length
        let most = file.Path.StartsWith("tests/", StringComparison.Ordinal) ? ColumnsMaxInTests : ColumnsMax
        where width > most
        select $"{file.Path}:{line.Index + 1}: {width} columns; at most {most}.";

    private static IEnumerable<string> TooLong(CommittedFile file)
    {
        var lines = file.Text.AsSpan().Count('\n');
        var allowed = Ratchet.GetValueOrDefault(file.Path, LinesMax);
        if (lines > allowed)
        {
            yield return $"{file.Path}: {lines} lines; at most {allowed}. Split it by what it is about.";
        }

        if (allowed != LinesMax && lines <= LinesMax)
        {
            yield return $"{file.Path}: {lines} lines; short enough to leave the ratchet.";
        }
    }

    [GeneratedRegex(@"^[ \t]*#(?:end)?region", RegexOptions.Multiline)]
    private static partial Regex Region();

    // In two halves, so that the rule does not find itself.
    [GeneratedRegex(@"\b(?:TO" + @"DO|FIX" + @"ME|HA" + @"CK)\b(?![ (:]{0,3}#\d+)")]
    private static partial Regex LooseEnd();

    [GeneratedRegex(@"(?<![\w.~*-])/(?:work|root|home)(?=/)|\b[A-Z]:\\Users\b|\.\./shared\b")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"https?://\S*(?:nuget|artifactory|pypi|npmjs|/v3/index\.json)|\bapi\.nuget\.org")]
    private static partial Regex PackageIndex();

    [GeneratedRegex(@"\bThread\.Sleep\b|\bTask\.Delay\(\s*\d|\bTask\.Delay\([^;]*TimeProvider\.System")]
    private static partial Regex Sleep();
}

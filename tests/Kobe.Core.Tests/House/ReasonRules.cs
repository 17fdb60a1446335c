using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Kobe.Core.Tests.House;

/// <summary>Whatever switches a check off says why, where it does so.</summary>
internal static partial class ReasonRules
{
    public static IReadOnlyList<TidyRule> All { get; } =
    [
        TidyRule.ForEach("reasons for pragmas", file => file.IsSource, Pragmas),
        TidyRule.ForEach("reasons for suppressed messages", file => file.IsSource, SuppressedMessages),
        TidyRule.ForEach("reasons for silenced projects", IsBuildFile, SilencedProjects),
        TidyRule.ForEach("reasons for disabled rules", file => file.Path.EndsWith(".editorconfig"), DisabledRules),
        TidyRule.ForEach("reasons for skipped tests", file => file.IsSource && file.IsTest, SkippedTests),
    ];

    private static bool IsBuildFile(CommittedFile file) =>
        file.IsProject || file.Path.EndsWith(".props", StringComparison.Ordinal) ||
        file.Path.EndsWith(".targets", StringComparison.Ordinal);

    private static IEnumerable<string> Pragmas(CommittedFile file) =>
        from match in PragmaWithoutReason().Matches(file.Text)
        select file.At(match.Index, $"'{match.Value.Trim()}' without a reason; write // and why behind it.");

    private static IEnumerable<string> SuppressedMessages(CommittedFile file) =>
        from match in SuppressMessage().Matches(file.Text)
        where !Justification().IsMatch(match.Value)
        select file.At(match.Index, "a suppression without a reason; write Justification = \"…\".");

    private static IEnumerable<string> SilencedProjects(CommittedFile file) =>
        from element in XDocument.Parse(file.Text, LoadOptions.PreserveWhitespace).Descendants()
        where element.Name.LocalName is "NoWarn" or "WarningsNotAsErrors" or "MSBuildWarningsAsMessages"
        where element.Parent?.Attribute("Label") is null && !FollowsComment(element)
        select $"{file.Path}: {element} without a reason; put a comment above it or a Label on its group.";

    private static bool FollowsComment(XElement element) =>
        element.NodesBeforeSelf().LastOrDefault(node => node is not XText) is XComment;

    private static IEnumerable<string> DisabledRules(CommittedFile file)
    {
        var explained = false;
        foreach (var (index, line) in file.Lines.Index())
        {
            var disables = Disabled().IsMatch(line);
            if (disables && !explained)
            {
                yield return $"{file.Path}:{index + 1}: '{line.Trim()}' without a comment above it that says why.";
            }

            // One comment may stand above a block of rules that share the reason.
            explained = line.StartsWith('#') || (disables && explained);
        }
    }

    private static IEnumerable<string> SkippedTests(CommittedFile file) =>
        from match in SkipWithoutReason().Matches(file.Text)
        select file.At(match.Index, $"'{match.Value}': a skipped test says why, in a sentence.");

    [GeneratedRegex(@"^[ \t]*#(?:pragma\s+warning\s+disable|nullable\s+disable)(?![^\n]*//\s*\w+\W+\w+)[^\n]*",
        RegexOptions.Multiline)]
    private static partial Regex PragmaWithoutReason();

    [GeneratedRegex(@"\[(?:\w+:\s*)?\w*SuppressMessage\(.*?\)\]", RegexOptions.Singleline)]
    private static partial Regex SuppressMessage();

    [GeneratedRegex(@"Justification\s*=\s*""[^""]{10,}""")]
    private static partial Regex Justification();

    [GeneratedRegex(@"^\s*dotnet_diagnostic\.\w+\.severity\s*=\s*(?:none|silent|suggestion)\b")]
    private static partial Regex Disabled();

    // An attribute's Skip, and Assert.Skip with its relatives, whose last argument is the reason.
    [GeneratedRegex(@"\bSkip\s*=\s*(?:""[^""]{0,9}""|null\b|string\.Empty)" +
        @"|\bAssert\.Skip\w*\((?:[^;]*,)?\s*(?:""[^""]{0,9}""|string\.Empty)\s*\)" +
        @"|\[(?:Fact|Theory)\((?![^\]]*\bSkip\s*=)[^\]]*\bSkip(?:When|Unless)\s*=[^\]]*\]")]
    private static partial Regex SkipWithoutReason();
}

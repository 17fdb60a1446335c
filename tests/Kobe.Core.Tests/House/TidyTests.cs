namespace Kobe.Core.Tests.House;

/// <summary>The tree is as tidy as we say; and each rule sees what it must, and lets pass what it must.</summary>
public class TidyTests
{
    public static TheoryData<string> Rules => [.. TidyRule.All.Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Tree_Keeps(string rule)
    {
        var offences = Named(rule).Offences(CommittedFiles.All).ToList();

        Assert.True(offences.Count == 0, string.Join(Environment.NewLine, offences));
    }

    [Fact]
    public void Tree_IsTheSame_WithAndWithoutGit()
    {
        var walked = CommittedFiles.Walked().Select(file => file.Path).ToHashSet(StringComparer.Ordinal);

        Assert.Contains("Kobe.sln", walked);
        Assert.Subset(walked, CommittedFiles.All.Select(file => file.Path).ToHashSet(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(TidyExamples.Offenders), MemberType = typeof(TidyExamples))]
    public void Rule_SeesAnOffender(string rule, string path, string text) =>
        Assert.NotEmpty(OffencesIn(rule, path, text));

    [Theory]
    [MemberData(nameof(TidyExamples.Innocents), MemberType = typeof(TidyExamples))]
    public void Rule_LetsPass(string rule, string path, string text) =>
        Assert.Empty(OffencesIn(rule, path, text));

    [Fact]
    public void EveryRule_HasAnOffender() =>
        Assert.Empty(TidyRule.All.Select(rule => rule.Name)
            .Except(TidyExamples.Offenders.Select(row => row.Data.Item1)));

    private static TidyRule Named(string rule) => TidyRule.All.Single(one => one.Name == rule);

    // The mark § keeps an example from being an offence itself.
    private static List<string> OffencesIn(string rule, string path, string text) =>
        [.. Named(rule).Offences([new CommittedFile(path, text.Replace("§", "", StringComparison.Ordinal))])];
}

namespace Kobe.Core.Tests.House;

/// <summary>One thing that the tree keeps.</summary>
/// <param name="Name">What it keeps, as it appears in the test's name.</param>
/// <param name="Offences">Each place that breaks it, with what would be right.</param>
internal sealed record TidyRule(string Name, Func<IReadOnlyList<CommittedFile>, IEnumerable<string>> Offences)
{
    /// <summary>Every rule there is.</summary>
    public static IReadOnlyList<TidyRule> All { get; } =
        [.. TextRules.All, .. ReasonRules.All, .. TypeRules.All, .. DocumentRules.All];

    /// <summary>A rule that looks at files one by one.</summary>
    public static TidyRule ForEach(
        string name, Func<CommittedFile, bool> applies, Func<CommittedFile, IEnumerable<string>> offences) =>
        new(name, files => files.Where(applies).SelectMany(offences));
}

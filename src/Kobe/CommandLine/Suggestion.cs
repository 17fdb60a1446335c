using Kobe.Core.Text;

namespace Kobe.CommandLine;

/// <summary>The end of a message about a name that is not known.</summary>
internal static class Suggestion
{
    private const int ListedMax = 20;

    public static string For(string word, IReadOnlyList<string> known) =>
        DidYouMean.Nearest(word, known) is { } near ? $"Did you mean {near}?"
        : known.Count <= ListedMax ? $"Known are: {string.Join(", ", known)}."
        : "Write an IANA id such as Europe/London.";
}

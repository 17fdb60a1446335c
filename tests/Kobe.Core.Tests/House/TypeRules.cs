using System.Text.RegularExpressions;

namespace Kobe.Core.Tests.House;

/// <summary>Where types live and what they may be called; read from the source, so in every room.</summary>
internal static partial class TypeRules
{
    // What the class library has already: a reader, and the compiler, would take one for the other.
    private static readonly string[] Taken =
        ["Task", "TaskStatus", "TaskScheduler", "Timer", "Calendar", "Environment"];

    public static IReadOnlyList<TidyRule> All { get; } =
    [
        TidyRule.ForEach("one type a file", file => file.IsSource, OneTypeAFile),
        TidyRule.ForEach("names that say something", file => file.IsSource, Names),
    ];

    private static IEnumerable<string> OneTypeAFile(CommittedFile file)
    {
        var stem = Path.GetFileName(file.Path).Split('.')[0];
        var types = Declared(file)
            .Where(type => type.Groups["indent"].Length == 0 && !type.Groups["local"].Success).ToList();
        if (types.Count > 0 && !types.Exists(type => type.Groups["name"].Value == stem))
        {
            yield return $"{file.Path}: none of its types is called {stem}; name the file for its type.";
        }

        // A small enum may live with its only user.
        foreach (var type in types.Where(type => type.Groups["kind"].Value != "enum"))
        {
            if (type.Groups["name"].Value is var name && name != stem)
            {
                yield return file.At(type.Index, $"{name} belongs in {name}.cs.");
            }
        }
    }

    private static IEnumerable<string> Names(CommittedFile file) =>
        from type in Declared(file)
        let name = type.Groups["name"].Value
        where SaysNothing().IsMatch(name) || Taken.Contains(name, StringComparer.Ordinal)
        select file.At(type.Index, $"{name}: the glossary has a better word, or wants one.");

    private static MatchCollection Declared(CommittedFile file) => Declaration().Matches(Blanked(file.Text));

    // Raw strings may hold source that is not this file's; its place in the text stays the same.
    private static string Blanked(string text) =>
        RawString().Replace(text, match => string.Concat(match.Value.Select(c => c == '\n' ? c : '"')));

    [GeneratedRegex(@"^(?<indent>[ \t]*)(?:\[[^\]\n]*\]\s*)*" +
        @"(?:(?:public|internal|private|protected|abstract|sealed|static|readonly|partial|unsafe|ref|new" +
        @"|(?<local>file))\s+)*" +
        @"(?<kind>class|struct|interface|enum|record(?:\s+(?:class|struct))?|delegate\s+[\w<>\[\],.? ]+?)\s+" +
        @"(?<name>[A-Z]\w*)(?=\s*[<({:;\r\n]|\s*$|\s+where\b)", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex("\"\"\".*?\"\"\"", RegexOptions.Singleline)]
    private static partial Regex RawString();

    [GeneratedRegex("(?:Manager|Helpers?|Utils?|Utility|Utilities|Data|Info|Base)$")]
    private static partial Regex SaysNothing();
}

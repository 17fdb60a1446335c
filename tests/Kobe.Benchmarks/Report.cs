using System.Globalization;
using System.Text;

namespace Kobe.Benchmarks;

/// <summary>Results as a table, and the table in a document.</summary>
internal static class Report
{
    private const string Begin = "<!-- figures -->\n";
    private const string End = "<!-- end of figures -->\n";

    private static readonly string[] Headings = ["figure", "measured", "limit", "the machine itself", "ok"];

    /// <summary>The table in Markdown, which also reads well as it is.</summary>
    public static string Table(IReadOnlyList<Result> results)
    {
        var rows = results.Select(result => result.Cells).Prepend(Headings).ToList();
        var widths = Headings.Select((_, i) => rows.Max(row => row[i].Length)).ToArray();
        rows.Insert(1, Array.ConvertAll(widths, width => new string('-', width)));
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.Append("| ").AppendJoin(" | ", row.Select((cell, i) => cell.PadRight(widths[i]))).Append(" |\n");
        }

        return text.ToString();
    }

    /// <summary>The table, and where, when and of what it was read.</summary>
    public static string Text(IReadOnlyList<Result> results, Machine machine, DateTimeOffset now, string commit) =>
        $"""
        Commit {commit}, {now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}, on {machine}.
        Measured is the median, with the least and the most in brackets.

        {Table(results)}
        """;

    /// <summary>Puts the text between the marks of a document; one without marks becomes the text alone.</summary>
    public static void PutInto(string document, string text)
    {
        var old = File.Exists(document) ? File.ReadAllText(document) : "";
        var (from, to) = (old.IndexOf(Begin, StringComparison.Ordinal), old.IndexOf(End, StringComparison.Ordinal));
        if (from < 0 || to < from)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(document))!);
            (old, from, to) = ($"# Benchmarks\n\n{Begin}{End}", 0, 0);
            (from, to) = (old.IndexOf(Begin, StringComparison.Ordinal), old.IndexOf(End, StringComparison.Ordinal));
        }

        File.WriteAllText(document, $"{old[..(from + Begin.Length)]}\n{text}\n{old[to..]}");
    }
}

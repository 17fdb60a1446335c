using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kobe.Tests.EveryRow;

/// <summary>What a success did to the world, in words that another row could have said, too: no instants, no keys, no names of rows.</summary>
/// <remarks>
/// Its counts, ids, files with their content, facts, discoveries, notices and orders. The name that a row gives to its fact is a name, and no effect; nor is how loudly
/// a check tells.
/// </remarks>
internal static partial class RowEffect
{
    public static string Of(RowRun run, string state)
    {
        var names = run.Row.Args.Where(argument => argument.Name == "fact").SelectMany(argument => argument.Values)
            .Append(run.Row.Id).OrderByDescending(name => name.Length).ToArray();
        var parts = new List<string>();
        if (run.Result.Evidence is { } evidence)
        {
            Evidence(JsonElement.Parse(evidence), state, names, parts);
        }

        parts.AddRange(run.Result.Facts.Select(fact => $"fact {fact.Key} {fact.Value}"));
        if (run.Row.Args.All(argument => argument.Name != "tell") && !run.Row.Run.StartsWith("monitoring.", StringComparison.Ordinal))
        {
            parts.AddRange(run.Result.Discoveries.Select(found => $"found {found.Kind} {found.Title} {found.Detail}"));
            parts.AddRange(run.Notices.Select(notice => $"told {notice}"));
        }

        parts.AddRange(Orders(run, state));
        return run.Row.Run + "\n" + string.Join('\n', parts.Select(part => Plain(part, names)));
    }

    /// <summary>Whether there is anything to check: a file, an id, or a count other than 0.</summary>
    public static bool ShowsSomething(string? evidence)
    {
        if (evidence is null)
        {
            return false;
        }

        var root = JsonElement.Parse(evidence);
        return Any(root, "outputs").Length + Any(root, "ids").Length > 0
            || (root.TryGetProperty("counts", out var counts) && counts.EnumerateObject().Any(count => count.Value.GetDouble() != 0));
    }

    /// <summary>The files that it names and that are not what it says; to be asked as soon as it has run.</summary>
    public static IEnumerable<string> FalseOutputs(string? evidence) =>
        from output in evidence is null ? [] : Any(JsonElement.Parse(evidence), "outputs")
        let path = output.GetProperty("path").GetString()!
        where !File.Exists(path) || Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))) != output.GetProperty("sha256").GetString()
        select path;

    private static void Evidence(JsonElement evidence, string state, string[] names, List<string> parts)
    {
        if (evidence.TryGetProperty("counts", out var counts))
        {
            parts.Add(counts.GetRawText());
        }

        parts.AddRange(Any(evidence, "ids").Select(id => id.GetRawText()));
        foreach (var path in Any(evidence, "outputs").Select(output => output.GetProperty("path").GetString()!))
        {
            parts.Add($"file {Path.GetRelativePath(state, path)} {Content(path, names)}");
        }
    }

    private static string Content(string path, string[] names)
    {
        if (!File.Exists(path))
        {
            return "gone";
        }

        using var file = File.OpenRead(path);
        using Stream stream = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return Convert.ToHexString(SHA256.HashData(Encoding.Latin1.GetBytes(Plain(reader.ReadToEnd(), names))));
    }

    // A client order id follows from the key, so what was ordered is looked up in the desk's own book.
    private static IEnumerable<string> Orders(RowRun run, string state)
    {
        var path = Path.Combine(state, "desk", "paper", "orders.jsonl");
        return from line in File.Exists(path) ? File.ReadLines(path) : []
               where line.Contains("\"Intended\"", StringComparison.Ordinal)
               let order = JsonElement.Parse(line)
               where order.GetProperty("key").GetString() == run.Result.Key.ToString()
               select "order " + order.GetProperty("request").GetRawText();
    }

    private static string Plain(string text, string[] names)
    {
        text = Moment().Replace(OrderId().Replace(text, "<order>"), "<t>");
        return names.Aggregate(text, (plain, name) => plain.Replace(name, "<row>", StringComparison.Ordinal));
    }

    private static JsonElement[] Any(JsonElement root, string name) =>
        root.TryGetProperty(name, out var list) ? [.. list.EnumerateArray()] : [];

    [GeneratedRegex(@"\d{4}-\d\d-\d\d([T ]\d\d:?\d\d(:?\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?")]
    private static partial Regex Moment();

    [GeneratedRegex("kobe-[a-z2-7]{26}")]
    private static partial Regex OrderId();
}

using System.Text.Json;
using Kobe.Contracts;
using Kobe.Plugins.Scripts.Processes;

namespace Kobe.Plugins.Scripts.Results;

/// <summary>What a program says came of it: the last line of JSON that it printed.</summary>
internal sealed record ScriptResult
{
    private const int DepthMax = 32;

    private static readonly JsonDocumentOptions Strictly =
        new() { MaxDepth = DepthMax, AllowDuplicateProperties = false };

    /// <summary>The facts to publish, when it succeeds.</summary>
    public IReadOnlyList<Fact> Facts { get; private init; } = [];

    /// <summary>What it found, also when it fails.</summary>
    public IReadOnlyList<Discovery> Discoveries { get; private init; } = [];

    /// <summary>How many of each kind were handled.</summary>
    public IReadOnlyList<KeyValuePair<string, long>> Counts { get; private init; } = [];

    /// <summary>Why there was nothing to do; null when there was.</summary>
    public string? Skipped { get; private init; }

    /// <summary>What went wrong, when it fails.</summary>
    public string? Error { get; private init; }

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line, or null.</param>
    /// <param name="log">Told of members that mean nothing.</param>
    /// <exception cref="FormatException">A member isn't what it should be; the message says what would be.</exception>
    public static ScriptResult Read(string? line, ITaskLog log)
    {
        if (line is null)
        {
            return new();
        }

        if (line.Length > ScriptOutput.LineMax)
        {
            throw new FormatException($"its line is longer than {ScriptOutput.LineMax} characters.");
        }

        try
        {
            using var document = JsonDocument.Parse(line, Strictly);
            return Read(document.RootElement.Clone(), log);
        }
        catch (JsonException bad)
        {
            throw new FormatException($"its last line in {{ }} is no JSON: {bad.Message}");
        }
    }

    private static ScriptResult Read(JsonElement json, ITaskLog log)
    {
        var result = new ScriptResult();
        foreach (var member in json.EnumerateObject())
        {
            var value = member.Value;
            switch (member.Name)
            {
                case "facts":
                    result = result with { Facts = ResultMembers.Facts(value) };
                    break;
                case "discoveries":
                    result = result with { Discoveries = ResultMembers.Discoveries(value) };
                    break;
                case "counts":
                    result = result with { Counts = ResultMembers.Counts(value) };
                    break;
                case "skipped":
                    result = result with { Skipped = ResultMembers.Text(value, "skipped") };
                    break;
                case "error":
                    result = result with { Error = ResultMembers.Text(value, "error") };
                    break;
                default:
                    log.Warning($"The result's member '{member.Name}' means nothing; known are facts, discoveries, "
                        + "counts, skipped and error.");
                    break;
            }
        }

        return result;
    }
}

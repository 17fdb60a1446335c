namespace Kobe.Plugins.Monitoring.Integrity;

/// <summary>What a check comes across: counts of what was whole, and sentences on what wasn't.</summary>
/// <param name="state">The state directory; paths are told from there.</param>
internal sealed class Findings(string state)
{
    // A directory that somebody opened to all would have a problem a file: the first few tell it.
    private const int Told = 5;

    private readonly List<string> problems = [];

    public long Files { get; set; }

    public long Directories { get; set; }

    public long Lines { get; set; }

    public IReadOnlyList<string> Problems => problems;

    /// <summary>Adds a problem: the place, and what is wrong there.</summary>
    public void Add(string path, string wrong) => problems.Add($"{Name(path)} {wrong}");

    /// <summary>The first problems, as one text.</summary>
    public string Sentence()
    {
        var told = string.Join("; ", problems.Take(Told));
        return problems.Count > Told ? $"{told}; and {problems.Count - Told} more." : told + ".";
    }

    private string Name(string path) =>
        Path.GetRelativePath(state, path) is var name && name == "." ? state : name;
}

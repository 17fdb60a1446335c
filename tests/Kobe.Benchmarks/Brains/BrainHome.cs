namespace Kobe.Benchmarks.Brains;

/// <summary>A directory with all that a brain needs, on the disk of the checkout; gone afterwards.</summary>
/// <remarks>Not in the directory for temporary files: where that is memory, nothing is ever synced.</remarks>
internal sealed class BrainHome : IDisposable
{
    private const string Fixture = "Kobe.Fixtures.Bench";

    public BrainHome(Programs programs, params string[] settings)
    {
        Root = Directory.CreateDirectory(
            Path.Combine("artifacts", "benchmarks", Guid.NewGuid().ToString("n"))).FullName;
        foreach (var plugin in Directory.GetDirectories(Path.Combine(programs.Published, "plugins")))
        {
            Lay(plugin, Path.GetFileName(plugin));
        }

        Lay(Path.Combine("artifacts", "bin", Fixture, "release"), Fixture);
        Directory.CreateDirectory(Schedule);
        File.WriteAllLines(Path.Combine(Root, "kobe.yaml"), settings);
    }

    public string Root { get; }

    public string State => Path.Combine(Root, "state");

    public string Journal => Path.Combine(State, "journal");

    public string Schedule => Path.Combine(Root, "schedule");

    public string Plugins => Path.Combine(Root, "plugins");

    /// <summary>Puts files into the schedule, each with these rows.</summary>
    public void Rows(IEnumerable<IEnumerable<string>> files)
    {
        foreach (var (number, rows) in files.Index())
        {
            File.WriteAllText(
                Path.Combine(Schedule, $"{number:00}.yaml"),
                "tasks:\n" + string.Concat(rows.Select(row => $"  - {{ {row} }}\n")));
        }
    }

    /// <summary>Forgets everything that brains did here.</summary>
    public void Forget()
    {
        if (Directory.Exists(State))
        {
            Directory.Delete(State, recursive: true);
        }
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private void Lay(string from, string name)
    {
        var to = Directory.CreateDirectory(Path.Combine(Plugins, name)).FullName;
        foreach (var file in Directory.GetFiles(from).Where(file => Path.GetExtension(file) is ".dll" or ".json"))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }
}

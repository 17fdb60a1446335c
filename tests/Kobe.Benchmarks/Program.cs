using Kobe.Benchmarks;

// A figure that needs a process of its own starts this program again with the name of what to do there.
if (Probes.Find(args) is { } probe)
{
    probe();
    return 0;
}

if (args is not [var kobe, var empty, var commit, .. var rest])
{
    Console.Error.WriteLine(
        "Usage: KOBE.DLL EMPTY.DLL COMMIT [GROUP... | DOCUMENT.md...]. tests/Kobe.Benchmarks/run knows them.");
    return 2;
}

var groups = FigureGroup.All();
var documents = rest.Where(word => word.EndsWith(".md", StringComparison.Ordinal)).ToList();
var wanted = rest.Except(documents).ToList();
if (wanted.Find(word => groups.All(group => group.Name != word)) is { } unknown)
{
    Console.Error.WriteLine($"There is no '{unknown}'. There are: {string.Join(", ", groups.Select(group => group.Name))}.");
    return 2;
}

var programs = new Programs(Path.GetFullPath(kobe), Path.GetFullPath(empty));
var results = new List<Result>();
foreach (var figure in groups.Where(group => wanted.Count == 0 || wanted.Contains(group.Name)).SelectMany(group => group.Figures))
{
    results.Add(new(figure, figure.Read(programs)));
    Console.WriteLine(results[^1]);
}

var report = Report.Text(results, Machine.Here(), TimeProvider.System.GetUtcNow(), commit);
Console.WriteLine();
Console.Write(Report.Table(results));
foreach (var document in documents)
{
    Report.PutInto(document, report);
}

return results.TrueForAll(result => result.IsWithin) ? 0 : 1;

using Kobe.Benchmarks;
using Kobe.Benchmarks.Figures;

// A figure that needs a cold process starts this program again with the name of what to do there.
if (args is [ColdCalendar.Probe])
{
    ColdCalendar.Answer();
    return 0;
}

if (args is not [var kobe, var empty, var commit, .. var documents])
{
    Console.Error.WriteLine("Usage: KOBE.DLL EMPTY.DLL COMMIT [DOCUMENT...]. tests/Kobe.Benchmarks/run knows them.");
    return 2;
}

var programs = new Programs(Path.GetFullPath(kobe), Path.GetFullPath(empty));
var results = new List<Result>();
foreach (var figure in Figure.All)
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

using System.Text;
using System.Text.Json;
using Kobe.Contracts;
using Kobe.Desk.Bars;
using Kobe.Desk.Bars.Csv;
using Kobe.Desk.Bars.Factors;
using Kobe.Desk.Bars.Quality;
using Kobe.Desk.Sessions;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Trading.Requests;

/// <summary>Takes a folder of bars into the store, says what may be wrong with them, and sets aside what can't be
/// true.</summary>
/// <remarks>A file that can't be read refuses the import whole, before anything is stored.</remarks>
[Handler("desk.import_bars", Arguments = typeof(ImportBarsArguments),
    About = "Bars of a folder into the store, with a quality report; kobe data import calls it.")]
[Effects(Effects.Idempotent)]
public sealed class ImportBarsHandler : ITaskHandler
{
    private const int FindingsShown = 50;
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        try
        {
            return Task.FromResult(Import(context, context.Arguments<ImportBarsArguments>(), cancellation));
        }
        catch (Exception wrong) when (wrong is InvalidDataException or InvalidOperationException or ArgumentException)
        {
            return Task.FromResult<TaskResult>(new TaskResult.Fatal(wrong.Message));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return Task.FromResult<TaskResult>(new TaskResult.Fatal(refused.Message));
        }
    }

    private static TaskResult Import(
        TaskContext context, ImportBarsArguments arguments, CancellationToken cancellation)
    {
        var desk = DeskSession.Of(context);
        var folder = new CsvFolder(arguments.Folder, desk.Market.Calendar);
        var there = folder.Symbols();
        if (there.Count == 0)
        {
            return new TaskResult.Fatal($"{arguments.Folder} has no daily/SYMBOL.csv (date, open, high, low, …).");
        }

        var missing = (arguments.Symbols ?? []).Where(symbol => !there.Contains(symbol)).ToList();
        if (missing.Count > 0)
        {
            return new TaskResult.Fatal($"{arguments.Folder} has no daily bars of {string.Join(", ", missing)}.");
        }

        var symbols = arguments.Symbols is { Count: > 0 } some ? some : there;
        var errors = new List<string>();
        var readings = new List<(BarReading Reading, PriceFactors Factors)>();
        foreach (var symbol in symbols)
        {
            cancellation.ThrowIfCancellationRequested();
            context.Progress((double)readings.Count / symbols.Count / 2, $"reading {symbol}");
            var (factors, problems) = folder.Factors(symbol);
            errors.AddRange(problems.Select(problem => problem.ToString()));
            Take(folder.Daily(symbol), factors, readings, errors);
            if (File.Exists(Path.Combine(arguments.Folder, "minute", symbol + ".csv")))
            {
                Take(folder.Minutes(symbol), factors, readings, errors);
            }
        }

        return errors.Count > 0
            ? new TaskResult.Fatal(string.Join('\n', errors.Take(FindingsShown)))
            : Store(context, desk, arguments.Out, readings, cancellation);
    }

    private static void Take(
        BarReading reading, PriceFactors? factors, List<(BarReading, PriceFactors)> readings, List<string> errors)
    {
        errors.AddRange(reading.Errors.Select(error => error.ToString()));
        if (reading.Series is { Count: > 0 })
        {
            readings.Add((reading, factors ?? PriceFactors.None));
        }
    }

    private static TaskResult.Succeeded Store(
        TaskContext context, DeskSession desk, string target, List<(BarReading Reading, PriceFactors Factors)> readings,
        CancellationToken cancellation)
    {
        var done = new List<ImportedSymbol>();
        var text = new StringBuilder();
        foreach (var (reading, factors) in readings)
        {
            cancellation.ThrowIfCancellationRequested();
            var series = reading.Series!;
            context.Progress(0.5 + ((double)done.Count / readings.Count / 2), $"storing {series.Name}");
            var report = QualityCheck.Of(reading, factors, desk.Market.Calendar, series[^1].End);
            var stored = desk.Store.Append(series);
            if (reading.Quarantined.Count > 0)
            {
                desk.Store.Quarantine(series.Name, reading.Quarantined);
            }

            done.Add(new(
                series.Name.ToString(), series.Count, stored.Added, stored.Known,
                stored.Refused.Count + reading.Quarantined.Count,
                [.. report.Findings.Take(FindingsShown).Select(finding => finding.ToString())]));
            text.Append(report.Text(FindingsShown));
        }

        OwnerFile.Replace(Path.Combine(target, "report.txt"), Encoding.UTF8.GetBytes(text.ToString()));
        var result = Path.Combine(target, "result.json");
        OwnerFile.Replace(result, JsonSerializer.SerializeToUtf8Bytes(new { series = done }, Options));
        return new TaskResult.Succeeded(
            Evidence.None.WithCount("series", done.Count).WithCount("added", done.Sum(one => one.Added))
                .WithCount("known", done.Sum(one => one.Known))
                .WithCount("quarantined", done.Sum(one => one.Quarantined))
                .WithCount("findings", done.Sum(one => one.Findings.Count)).WithOutput(Output.OfFile(result)));
    }
}

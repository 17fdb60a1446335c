using System.Globalization;
using System.Text;
using Kobe.Core.Runs;
using Kobe.Journals;

namespace Kobe.Benchmarks.Figures;

/// <summary>How late due rows start while /health is asked 2,000 times a second, against the same brain left alone.</summary>
/// <remarks>A row a second, single instants, read from the journal: half of them alone, half under the load.</remarks>
internal static class LatenessUnderLoad
{
    private const int Rows = 16;
    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(8);

    // Noise: what a busy processor adds to a wake-up.
    public static Figure Figure { get; } = new(
        "start of a due row under 2,000 /health requests/s, p50 above that without", "ms", 0.5, Read);

    private static Reading Read(Programs programs)
    {
        var schedule = Directory.CreateTempSubdirectory("kobe-bench-").FullName;
        try
        {
            var first = TimeProvider.System.GetUtcNow() + Ahead;
            first = first.AddTicks(-(first.Ticks % TimeSpan.TicksPerSecond));
            File.WriteAllText(Path.Combine(schedule, "rows.yaml"), Text(first));
            using var brain = new BenchBrain(programs, "--schedule", schedule);
            using var never = new ManualResetEvent(false);
            never.WaitOne(first.AddSeconds(Rows - 0.5) - TimeProvider.System.GetUtcNow());
            HealthLoad.Ask(brain, Rows);
            var late = Late(brain.State, first);
            double Of(Func<int, bool> which) =>
                Percentile.Of(late.Where(row => which(row.Key)).Select(row => row.Value), 0.5);
            var (alone, loaded) = (Of(row => row < Rows), Of(row => row >= Rows));
            Console.WriteLine($"start of {late.Count} due rows, p50 alone {alone:0.00} ms, under load {loaded:0.00} ms");
            return new(loaded - alone, loaded - alone, loaded - alone);
        }
        finally
        {
            Directory.Delete(schedule, recursive: true);
        }
    }

    private static string Text(DateTimeOffset first)
    {
        var text = new StringBuilder("zone: UTC\ntasks:\n");
        for (var i = 0; i < 2 * Rows; i++)
        {
            var at = first.AddSeconds(i).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
            text.Append(CultureInfo.InvariantCulture, $"  - {{ id: row{i}, once: {at}, run: monitoring.disk, category: monitoring }}\n");
        }

        return text.ToString();
    }

    private static Dictionary<int, double> Late(string state, DateTimeOffset first)
    {
        var late = new Dictionary<int, double>();
        foreach (var entry in JournalReader.Read(new FileJournalMedium(Path.Combine(state, "journal")), 1))
        {
            if (entry.Event is RunEvent.Started started && started.Key.Task.StartsWith("row", StringComparison.Ordinal))
            {
                var row = int.Parse(started.Key.Task.AsSpan(3), CultureInfo.InvariantCulture);
                late[row] = (started.At - first.AddSeconds(row)).TotalMilliseconds;
            }
        }

        return late;
    }
}

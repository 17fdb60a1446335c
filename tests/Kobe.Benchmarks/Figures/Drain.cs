using System.Globalization;
using Kobe.Benchmarks.Brains;
using Kobe.Core.Runs;
using Kobe.Journals;

namespace Kobe.Benchmarks.Figures;

/// <summary>10,000 rows of a running brain fall due at one instant: how many a second are through, from that instant
/// to the last end, all of it in the journal.</summary>
internal sealed class Drain
{
    private const int Rows = 10_000;
    private const int RowsPerFile = 1_000;

    // A brain reads and checks so many rows in one to two seconds; the instant must lie behind that.
    private static readonly TimeSpan Lead = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan DrainUsual = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan DrainMax = TimeSpan.FromSeconds(60);

    public Figure[] Figures =>
    [
        new("10,000 due at once, in this process", "a second", 8_000, programs => Read(programs, "inprocess"))
        {
            MoreIsBetter = true,
            ShareOfMachine = 0.8,
        },
        new("10,000 due at once, in the runner", "a second", 5_000, programs => Read(programs, "runner"))
        {
            MoreIsBetter = true,
        },
    ];

    private static Reading Read(Programs programs, string isolation)
    {
        var (brain, machine) = (new List<double>(), new List<double>());
        for (var i = 0; i < Reading.Tries; i++)
        {
            using var home = new BrainHome(programs, $"isolation: {isolation}");
            machine.Add(TwoSyncs.PerSecond(home.Root));
            brain.Add(PerSecond(programs, home));
        }

        return Reading.Of([.. brain]).Beside(TwoSyncs.Name, Reading.Of([.. machine]));
    }

    private static double PerSecond(Programs programs, BrainHome home)
    {
        var now = TimeProvider.System.GetUtcNow();
        var due = new DateTimeOffset(
            (now + Lead).Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);
        home.Rows(Enumerable.Range(0, Rows).Chunk(RowsPerFile).Select(rows => rows.Select(row => string.Create(
            CultureInfo.InvariantCulture, $"id: row-{row:00000}, run: bench.nothing, once: \"{due:yyyy-MM-ddTHH:mm:ss}Z\""))));
        using var process = ServingProcess.Brain(programs, home);
        if (process.ReadyMs > (due - now).TotalMilliseconds)
        {
            throw new InvalidOperationException($"The brain needed {process.ReadyMs} ms to get ready.");
        }

        return Rows / (LastEnd(process, home, due) - due).TotalSeconds;
    }

    private static DateTimeOffset LastEnd(ServingProcess process, BrainHome home, DateTimeOffset due)
    {
        while (TimeProvider.System.GetUtcNow() - due < DrainMax)
        {
            process.LetLive(Look);
            if (IsThrough(Path.Combine(home.State, "task_queue.json"), due))
            {
                return Checked(home);
            }
        }

        throw new InvalidOperationException($"Not drained within {DrainMax}.");
    }

    // Cheap, so that looking takes nothing from the brain: a view that it rewrites when the queue has changed. One that
    // is empty too soon to have changed twice is believed after a while.
    private static bool IsThrough(string view, DateTimeOffset due) =>
        TimeProvider.System.GetUtcNow() - due is var since && since > Look
        && (File.GetLastWriteTimeUtc(view) > due || since > DrainUsual)
        && File.ReadAllText(view).Replace(" ", "", StringComparison.Ordinal).Contains("\"queueCount\":0,", StringComparison.Ordinal);

    private static DateTimeOffset Checked(BrainHome home)
    {
        var (ends, last, previous) = (0, default(DateTimeOffset), "");
        foreach (var entry in JournalReader.Read(new FileJournalMedium(home.Journal), 1))
        {
            if (entry.Event is RunEvent.Started started)
            {
                var key = started.Key.ToString();
                previous = string.CompareOrdinal(previous, key) < 0
                    ? key
                    : throw new InvalidOperationException($"{key} started behind {previous}: that is not the order.");
            }
            else if (entry.Event is RunEvent.Ended { Result: RunResult.Succeeded } ended)
            {
                (ends, last) = (ends + 1, ended.At);
            }
        }

        return ends == Rows ? last : throw new InvalidOperationException($"{ends} of {Rows} succeeded.");
    }
}

using Kobe.Brain;
using Kobe.Core.Catalogues;
using Kobe.Core.Schedules;
using Kobe.Markets;
using Kobe.Simulation;
using Kobe.Simulation.Faults;
using Kobe.Simulation.Laws;

namespace Kobe.Tests.Simulation;

public sealed class ClassicYear
{
    [Fact]
    public void Run()
    {
        var folder = Environment.GetEnvironmentVariable("SIM_DIR") ?? "/tmp/classic";
        var seeds = int.Parse(Environment.GetEnvironmentVariable("SIM_SEEDS") ?? "3");
        var first = ulong.Parse(Environment.GetEnvironmentVariable("SIM_SEED") ?? "1");
        var days = int.Parse(Environment.GetEnvironmentVariable("SIM_DAYS") ?? "365");
        var storm = Environment.GetEnvironmentVariable("SIM_FAULTS") ?? "none";
        var calendars = CalendarLoader.Load("no-such", new MachineZones());
        var files = Kobe.Schedules.ScheduleFolder.Read(folder);
        var from = Testing.Days.Instant("2026-01-01T05:00:00Z");
        var reading = ScheduleReader.Read(files, new ScheduleSurroundings { Calendars = calendars, Zones = new MachineZones(), Now = from, Catalogue = folder.Contains("mixed") ? Brain.Rows.Catalogue : null });
        Assert.True(reading.Schedule is not null, string.Join('\n', reading.Diagnostics.Items.Take(5)));
        var catalogue = folder.Contains("mixed") ? Brain.Rows.Catalogue : Assumed.For(reading.Schedule!);
        for (var seed = first; seed < first + (ulong)seeds; seed++)
        {
            var roster = new Roster(reading.Schedule!, calendars, catalogue, from);
            using var simulator = new Simulator(new SimulationPlan
            {
                Roster = roster, From = from, To = from.AddDays(days), Seed = seed, Seams = new SimulationSeams { Journal = inner => new Tracing(inner) },
                Faults = storm switch { "none" => FaultRates.None, "storm" => FaultProfiles.Storm, _ => FaultProfiles.Tempest },
            });
            var watch = System.Diagnostics.Stopwatch.StartNew();
            simulator.Run();
            var total = simulator.Ledger.Total();
            Console.WriteLine($"seed {seed}: {watch.ElapsedMilliseconds} ms, planned {total.Planned}, starts {simulator.Statistics.Starts}, events {simulator.Statistics.Events}, boots {simulator.Boots}, broken {simulator.Laws.Broken}, digest {simulator.Digest()[..12]} mem {GC.GetTotalMemory(false) / 1000000} MB, gc {GC.CollectionCount(0)}/{GC.CollectionCount(2)}");
            Console.WriteLine("   " + string.Join(", ", Enum.GetValues<Core.Runs.FinalState>().Select(state => $"{state} {total[state]}")) + $" pending {total.Pending} held {total.Held}");
            foreach (var law in simulator.Laws.Cases.Take(12)) { Console.WriteLine("   " + law); }
            if (seed == first + (ulong)seeds - 1)
            {
                Console.WriteLine("   " + string.Join(", ", Enum.GetValues<Law>().Select(law => $"{law} {simulator.Laws.CheckedOf(law)}/{simulator.Laws.BrokenOf(law)}")));
                Console.WriteLine("   " + string.Join(", ", simulator.Coverage.Points.Select(p => $"{p.Key} {p.Value}")));
            }
        }
    }
}

internal sealed class Tracing(Kobe.Journals.IJournal inner) : Kobe.Journals.IJournal
{
    private static readonly string[] Span = (Environment.GetEnvironmentVariable("SIM_TRACE") ?? "9..9").Split("..");
    public long LastSeq => inner.LastSeq;
    public Kobe.Journals.JournalState State => inner.State;
    public long Append(Core.Runs.RunEvent what)
    {
        var at = what.At.ToString("yyyy-MM-ddTHH:mm:ss.fff");
        if (string.CompareOrdinal(at, Span[0]) >= 0 && string.CompareOrdinal(at, Span[1]) <= 0) { Console.WriteLine(at + " " + what); }
        return inner.Append(what);
    }
    public void Sync() => inner.Sync();
    public IEnumerable<Core.Runs.JournalEntry> Read(long fromSeq) => inner.Read(fromSeq);
    public void Checkpoint(Core.Runs.Ledger ledger) => inner.Checkpoint(ledger);
    public int Compact(Core.Runs.Ledger ledger, DateOnly keepFrom) => inner.Compact(ledger, keepFrom);
    public void Dispose() => inner.Dispose();
}

internal static class Assumed
{
    public static Catalogue For(Schedule schedule) => new("1.0", [], [.. schedule.Tasks.Select(task => task.Run).Distinct().Order(StringComparer.Ordinal).Select(name =>
    {
        var task = schedule.Tasks.First(row => row.Run == name);
        var effects = task.Category == Category.Trading ? Kobe.Contracts.Effects.Orders : name.Length % 3 == 0 ? Kobe.Contracts.Effects.None : Kobe.Contracts.Effects.Idempotent;
        return new HandlerRecord(name, "Assumed", effects, name.Length % 2 == 0, "", [], []);
    })]);
}

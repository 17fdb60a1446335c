using System.Globalization;
using Kobe.Brain;
using Kobe.Core.Markets;
using Kobe.Core.Schedules;
using Kobe.Markets;
using Kobe.Simulation;
using Kobe.Simulation.Faults;
using Kobe.Testing;

namespace Kobe.Tests.Simulation;

/// <summary>The run that mutants die under and that must break nothing: 30 days of the fixtures' schedule in a
/// tempest.</summary>
internal static class StandardRun
{
    private const string Folder = "tests/fixtures/simulation";

    // The end of summer time, Thanksgiving and the early close after it; Presidents' Day and the start of summer time.
    private static readonly (DateOnly From, DateOnly To)[] Spans =
    [
        (new(2026, 10, 29), new(2026, 11, 27)),
        (new(2026, 2, 10), new(2026, 3, 11)),
    ];

    private static readonly CalendarSet Calendars = CalendarLoader.Load("no-such-directory", new MachineZones());

    private static readonly TimeZoneInfo Zone = new MachineZones().Find("America/New_York")!;

    /// <summary>The plan for a seed; the span changes with it.</summary>
    public static SimulationPlan Plan(ulong seed, SimulationSeams? seams = null)
    {
        var (from, to) = Spans[(int)(seed % 2)];
        return Plan(seed, from, to, seams);
    }

    /// <summary>The plan for a seed on other days.</summary>
    public static SimulationPlan Plan(ulong seed, DateOnly from, DateOnly to, SimulationSeams? seams = null)
    {
        var schedule = Schedule(from);
        var begin = new LocalDay(from, Zone).Start;
        return new SimulationPlan
        {
            Roster = new Roster(schedule, Calendars, AssumedHandlers.Of(schedule), begin),
            From = begin,
            To = new LocalDay(to, Zone).End,
            Seed = seed,
            Faults = FaultProfiles.Tempest,
            Seams = seams ?? SimulationSeams.None,
        };
    }

    /// <summary>The command that does a seed again.</summary>
    public static string Replay(ulong seed)
    {
        var (from, to) = Spans[(int)(seed % 2)];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"./kobe simulate --schedule {Folder} --from {from:yyyy-MM-dd} --to {to:yyyy-MM-dd} --faults tempest --seed {seed}");
    }

    /// <summary>Fails with all that was broken and the commands that show it again.</summary>
    public static void DemandUnbroken(SimulationOutcome outcome) => Assert.True(
        outcome.Laws.Broken == 0,
        string.Join('\n', outcome.Laws.Cases.Take(20).Select(broken => $"{broken.Law} at {broken.At:O}: {broken.What}")
            .Concat(outcome.BrokenSeeds.Select(Replay))));

    private static Schedule Schedule(DateOnly from)
    {
        var reading = ScheduleReader.Read(Kobe.Schedules.ScheduleFolder.Read(Repository.At(Folder)), new ScheduleSurroundings
        {
            Calendars = Calendars, Zones = new MachineZones(), Now = new LocalDay(from, Zone).Start,
        });
        Assert.True(reading.Schedule is not null, string.Join('\n', reading.Diagnostics.Items));
        return reading.Schedule;
    }
}

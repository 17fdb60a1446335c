using Kobe.Brain;
using Kobe.Core.Schedules;
using Kobe.Simulation;
using Kobe.Simulation.Faults;
using Kobe.Testing;

namespace Kobe.Tests.Simulation;

/// <summary>Seeds that found mistakes in the brain, on the schedule on which they found them.</summary>
public class FoundSeedTests
{
    private static readonly DateTimeOffset From = Days.Instant("2026-01-01T05:00:00Z");

    [Theory]
    // The alert of an end was raised once the end was durable: a sync that failed between the two swallowed it.
    [InlineData(954ul)]
    [InlineData(1145ul)]
    public void Seed_BreaksNothingAnyMore(ulong seed) => Assert.Equal([], Broken(seed, Mutations.None));

    [Theory]
    [InlineData(954ul)]
    [InlineData(1145ul)]
    public void Seed_FindsTheSwallowedAlertAgain(ulong seed) => Assert.NotEmpty(Broken(seed, Mutations.AlertAfterSync));

    // The laws held the account against a reload that power was cut on before it was durable.
    [Fact]
    public void StandardRun_Seed1892_BreaksNothingAnyMore() =>
        StandardRun.DemandUnbroken(SimulationRun.Run(seed => StandardRun.Plan(seed), seed: 1892, seeds: 1));

    [Theory]
    // A crash in the turn of a reload: the laws had not heard of it, and took back all that they knew of.
    [InlineData(240ul)]
    // The clock stood before the due time of what had ended, and a person wanted it run again: the loop died of it.
    [InlineData(5546ul)]
    public void March_Seed_BreaksNothingAnyMore(ulong found) => StandardRun.DemandUnbroken(SimulationRun.Run(
        seed => StandardRun.Plan(seed, new(2026, 3, 1), new(2026, 3, 30)), seed: found, seeds: 1));

    private static List<string> Broken(ulong seed, Mutations mutations)
    {
        var files = Kobe.Schedules.ScheduleFolder.Read(Repository.At("tests/fixtures/simulation-found"));
        var schedule = ScheduleReader.Read(files, new ScheduleSurroundings
        {
            Calendars = Brain.Rows.Calendars, Zones = new Kobe.Markets.MachineZones(), Now = From,
            Catalogue = Brain.Rows.Catalogue,
        }).Schedule!;
        using var simulator = new Simulator(new SimulationPlan
        {
            Roster = new Roster(schedule, Brain.Rows.Calendars, Brain.Rows.Catalogue, From),
            From = From, To = From.AddDays(30), Seed = seed, Faults = FaultProfiles.Tempest,
            Seams = new() { Mutations = mutations },
        });
        simulator.Run();
        return simulator.Laws.Cases.Select(broken => $"{broken.Law} at {broken.At:O}: {broken.What}").ToList();
    }
}

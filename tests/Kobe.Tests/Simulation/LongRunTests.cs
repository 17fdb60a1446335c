using System.Globalization;
using System.Text;
using Kobe.Simulation;
using Kobe.Simulation.Faults;
using Kobe.Simulation.Laws;
using Kobe.Testing;

namespace Kobe.Tests.Simulation;

/// <summary>2,000 seeds of 30 days, every fault point, every mutant under ten seeds; keeps what it saw in
/// docs/evidence.</summary>
public class LongRunTests
{
    private const int Seeds = 2_000;

    // What fired less often was not tried.
    private const long FiredMin = 100;

    private const ulong SeedsPerMutant = 10;

    private static readonly string[] CrashPoints =
        ["crash before append", "crash before sync", "crash after sync", "crash before call", "crash after call"];

    [Fact]
    [Trait("long", "yes")]
    public void Brain_BreaksNoLaw_Under2000SeedsOf30Days_AndAllThatCanGoWrongDoes()
    {
        var outcome = SimulationRun.Run(seed => StandardRun.Plan(seed), seed: 1, Seeds);
        var mutants = Mutant.All.Select(mutant => (Mutant: mutant, Deaths: Deaths(mutant), Killer: mutant.Killer()))
            .ToList();
        File.WriteAllText(Repository.At("docs/evidence/simulation.md"), Evidence(outcome, mutants));

        StandardRun.DemandUnbroken(outcome);
        Assert.All(FaultPoints(), point => Assert.True(
            outcome.Coverage.Of(point) >= FiredMin,
            $"{point} happened {outcome.Coverage.Of(point)} times"));
        Assert.All(mutants, mutant => Assert.True(mutant.Killer is not null, $"'{mutant.Mutant}' lives"));
    }

    private static int Deaths(Mutant mutant)
    {
        var deaths = 0;
        for (var seed = 1ul; seed <= SeedsPerMutant; seed++)
        {
            deaths += mutant.BrokenUnder(seed) > 0 ? 1 : 0;
        }

        return deaths;
    }

    private static IEnumerable<string> FaultPoints() =>
    [
        .. Enum.GetValues<FaultKind>().Select(kind => $"fault {kind}"),
        .. Enum.GetValues<HandlerFault>().Select(fault => $"handler {fault}"),
        .. CrashPoints, "torn line",
    ];

    private static string Evidence(
        SimulationOutcome outcome, IReadOnlyList<(Mutant Mutant, int Deaths, ulong? Killer)> mutants)
    {
        var text = new StringBuilder("# What the long simulation saw\n\n");
        Line($"Written by `./test --long`. {Seeds:N0} seeds of 30 days, profile tempest, schedule tests/fixtures/simulation:");
        Line($"{outcome.Planned:N0} occurrences, {outcome.Boots:N0} starts of the brain. What the words mean is in");
        Line($"[simulation.md](../simulation.md).\n\n## Laws\n\n| law | checked | broken |\n|---|---:|---:|");
        foreach (var law in Enum.GetValues<Law>())
        {
            Line($"| {law} | {outcome.Laws.CheckedOf(law):N0} | {outcome.Laws.BrokenOf(law):N0} |");
        }

        Line($"\n## Fault points\n\n| point | happened |\n|---|---:|");
        foreach (var point in outcome.Coverage.InOrder())
        {
            Line($"| {point.Name} | {point.Times:N0} |");
        }

        Line($"\n## Mutants\n\nOf {SeedsPerMutant} seeds, how many kill it by the law that is meant for it, and a seed that does.");
        Line($"\n| mutant | law | seeds of {SeedsPerMutant} | a seed |\n|---|---|---:|---:|");
        foreach (var (mutant, deaths, killer) in mutants)
        {
            Line($"| {mutant.Name} | {mutant.Law} | {deaths} | {killer} |");
        }

        return text.ToString();

        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }
}

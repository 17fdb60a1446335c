using Kobe.Brain;
using Kobe.Core.Markets;
using Kobe.Core.Queueing;
using Kobe.Core.Schedules;
using Kobe.Simulation;
using Kobe.Simulation.Laws;

namespace Kobe.Tests.Simulation;

/// <summary>A mistake in one of the brain's rules, and the law that must see it.</summary>
/// <param name="Name">The mistake, in words.</param>
/// <param name="Law">The law that it breaks.</param>
/// <param name="Seams">Makes it, anew for each run.</param>
/// <param name="Seed">A seed that killed it when it was written: where to look first.</param>
internal sealed record Mutant(string Name, Law Law, Func<SimulationSeams> Seams, ulong Seed = 1)
{
    /// <summary>How many seeds it may take.</summary>
    public const ulong SeedsMax = 30;

    public static IReadOnlyList<Mutant> All { get; } =
    [
        // What is written down, and when.
        Of("no sync before the start", Law.JournalIsTruth, Mutations.NoSyncBeforeStart),
        new("torn line ignored", Law.JournalIsTruth, () => new() { Medium = medium => new UncutMedium(medium) }, 9),
        Of("end before the effect", Law.EffectOnce, Mutations.EndsBeforeEffect),
        Of("watermark in memory only", Law.AccountHolds, Mutations.WatermarkForgotten),
        Of("what waits forgotten at a crash", Law.AccountHolds, Mutations.NothingWaitsAgain),
        Of("pause in memory only", Law.StartsAllowed, Mutations.PauseForgotten, 2),

        // Time.
        new("second pass of a repeated hour", Law.AccountHolds, () => new() { Roster = SecondPass }, 2),
        Of("clock set back unseen", Law.StartsAllowed, Mutations.ClockBackUnseen, 27),

        // What may start.
        Of("filter asked at planning only", Law.StartsAllowed, Mutations.FiltersAtPlanningOnly),
        Of("expiry asked at planning only", Law.StartsAllowed, Mutations.ExpiryAtPlanningOnly),
        new("priority inverted", Law.OrderKept, () => new() { Order = (left, right) => QueueOrder.Compare(right, left) }),
        Of("nothing gives way to what is critical", Law.CriticalInTime, Mutations.NoPreemption, 2),
        Of("doubts resolved last", Law.DoubtFirst, Mutations.DoubtLast),

        // How it ends.
        Of("retry while the old process lives", Law.StartsOnce, Mutations.EndsAtCancel),
        Of("a process that ends with 0 succeeded", Law.EffectOnce, Mutations.ExitZeroSucceeds, 4),
        Of("doubts run again blindly", Law.EffectOnce, Mutations.BlindRerun),
        Of("backoff without a cap", Law.BackoffBounded, Mutations.BackoffUncapped),
        Of("retry displaces the next slot", Law.BackoffBounded, Mutations.RetryDisplaces, 4),
        new("alerts swallowed", Law.AlertRaised, () => new() { Alerts = _ => new MutedAlerts() }),
        new("chance outside of the seed", Law.SeedDecides, () => new() { Alerts = alerts => new NoisyAlerts(alerts) }),
    ];

    public override string ToString() => Name;

    /// <summary>The first seed under which its law is broken, from the one that is known on; null when it lives.</summary>
    public ulong? Killer()
    {
        for (var step = 0ul; step < SeedsMax; step++)
        {
            var seed = ((Seed - 1 + step) % SeedsMax) + 1;
            if (BrokenUnder(seed) > 0)
            {
                return seed;
            }
        }

        return null;
    }

    /// <summary>How often its law is broken under a seed.</summary>
    public long BrokenUnder(ulong seed)
    {
        if (Law == Law.SeedDecides)
        {
            return SimulationRun.Run(own => StandardRun.Plan(own, Seams()), seed, seeds: 1).Laws.BrokenOf(Law);
        }

        using var simulator = new Simulator(StandardRun.Plan(seed, Seams()));
        simulator.Run();
        return simulator.Laws.BrokenOf(Law);
    }

    private static Mutant Of(string name, Law law, Mutations mutations, ulong seed = 1) =>
        new(name, law, () => new() { Mutations = mutations }, seed);

    // The brain takes the later of two instants with one wall-clock time; the laws' own schedule says the first.
    private static Roster SecondPass(Roster roster) => new(
        new Schedule(
            [.. roster.Schedule.Tasks.Select(task => task with { DstOverlap = OverlapPolicy.Second })],
            roster.Schedule.Files, roster.Schedule.Hash),
        roster.Calendars, roster.Catalogue, roster.LoadedAt);
}

using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Kobe.Simulation.Laws;

namespace Kobe.Simulation;

/// <summary>Runs a plan under one seed or several, on all processors, and puts the results together in their
/// order.</summary>
internal static class SimulationRun
{
    // Long enough that all that draws has drawn; short beside what is asked for.
    private static readonly TimeSpan Repeated = TimeSpan.FromDays(1.5);

    /// <param name="plan">What to simulate under a seed, with a roster of its own.</param>
    /// <param name="seed">The first seed.</param>
    /// <param name="seeds">How many seeds.</param>
    /// <param name="progress">Told the seed and the simulated time; from several threads.</param>
    public static SimulationOutcome Run(
        Func<ulong, SimulationPlan> plan, ulong seed, int seeds, Action<ulong, DateTimeOffset>? progress = null)
    {
        var outcome = new SimulationOutcome();
        if (seeds == 1)
        {
            Take(0, Simulated(0));
        }
        else
        {
            RunAll(seeds, Simulated, Take);
        }

        CheckSeed(plan(seed), outcome.Laws);
        return outcome;

        Simulator Simulated(int index)
        {
            var own = seed + (ulong)index;
            var simulator = new Simulator(plan(own));
            simulator.Run(progress is null ? null : at => progress(own, at));
            return simulator;
        }

        void Take(int index, Simulator simulator)
        {
            outcome.Add(seed + (ulong)index, simulator);
            simulator.Dispose();
        }
    }

    // On all processors; what is done early waits for those before it. Seeds are handed out one at a time and in order:
    // by ranges, half of all runs would wait, whole, for the first half.
    private static void RunAll(int seeds, Func<int, Simulator> simulate, Action<int, Simulator> take)
    {
        var done = new Simulator?[seeds];
        var next = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Min(seeds, Environment.ProcessorCount) };
        var inOrder = Partitioner.Create(Enumerable.Range(0, seeds), EnumerablePartitionerOptions.NoBuffering);
        Parallel.ForEach(inOrder, options, index =>
        {
            var simulator = simulate(index);
            lock (done)
            {
                done[index] = simulator;
                for (; next < seeds && done[next] is { } ready; next++)
                {
                    take(next, ready);
                    done[next] = null;
                }
            }
        });
    }

    /// <summary>One digest for all seeds; with one seed its own.</summary>
    public static string DigestOf(SimulationOutcome outcome) => outcome.Digests is [var one]
        ? one
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Concat(outcome.Digests))));

    // The beginning, twice: chance that the seed does not decide would show.
    private static void CheckSeed(SimulationPlan plan, LawCounts laws)
    {
        var first = Beginning(plan);
        if (first == Beginning(plan))
        {
            laws.Held(Law.SeedDecides);
        }
        else
        {
            laws.Break(Law.SeedDecides, plan.From, "The same seed gave two digests.");
        }
    }

    private static string Beginning(SimulationPlan plan)
    {
        var to = plan.From + Repeated;
        using var simulator = new Simulator(plan with { To = to < plan.To ? to : plan.To });
        simulator.Run();
        return simulator.Digest();
    }
}

using Kobe.Core.Markets;
using Kobe.Simulation.Faults;

namespace Kobe.CommandLine;

/// <summary>What <c>kobe simulate</c> was asked for.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Zone">The zone of both.</param>
/// <param name="Seed">The first seed.</param>
/// <param name="Seeds">How many.</param>
/// <param name="Profile">The faults, as they were named.</param>
internal sealed record SimulationRequest(
    DateOnly From, DateOnly To, TimeZoneInfo Zone, ulong Seed, int Seeds, string Profile)
{
    public required FaultRates Faults { get; init; }

    public required Durations Durations { get; init; }

    /// <summary>The first instant (UTC).</summary>
    public DateTimeOffset Begin => new LocalDay(From, Zone).Start;

    /// <summary>The instant (UTC) after the last day.</summary>
    public DateTimeOffset End => new LocalDay(To, Zone).End;

    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>The command that does one of its seeds again.</summary>
    public string Replay(ulong seed) =>
        $"kobe simulate --from {From:yyyy-MM-dd} --to {To:yyyy-MM-dd} --seed {seed} --faults {Profile}";
}

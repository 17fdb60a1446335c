using System.Text.Json;
using Kobe.Benchmarks.Brains;

namespace Kobe.Benchmarks.Figures;

/// <summary>What the published <c>kobe simulate</c> says of one simulation, by its own count.</summary>
/// <param name="Milliseconds">How long it took, once the schedule had been read.</param>
/// <param name="Occurrences">How many fell due.</param>
internal sealed record SimulatedAnswer(double Milliseconds, long Occurrences)
{
    /// <summary>A year of a schedule, in a process of its own.</summary>
    public static SimulatedAnswer OfYear(Programs programs, string folder, string faults)
    {
        var output = TimedProcess.Run(programs.Kobe, "simulate", "--schedule", folder, "--from", "2026-01-01",
            "--to", "2026-12-31", "--faults", faults, "--json").Output;
        using var answer = JsonDocument.Parse(output);
        return new(answer.RootElement.GetProperty("elapsedMs").GetDouble(),
            answer.RootElement.GetProperty("occurrences").GetInt64());
    }
}

using System.Text.Json;

namespace Kobe.Plugins.Maintenance.Rehearsals;

/// <summary>What a simulation found: the fact <c>rehearsal.last</c>. Everything in it is simulated.</summary>
/// <param name="Seed">The first seed.</param>
/// <param name="Faults">What went wrong.</param>
/// <param name="Occurrences">How many occurrences were simulated.</param>
/// <param name="Checks">How many times a law was checked.</param>
/// <param name="Broken">The laws that were broken, by name.</param>
internal sealed record Rehearsal(
    long Seed, string Faults, long Occurrences, long Checks, IReadOnlyList<string> Broken)
{
    /// <summary>Reads the report of <c>kobe simulate --json</c>.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static Rehearsal Of(string report, long seed, string faults)
    {
        try
        {
            using var read = JsonDocument.Parse(report);
            var root = read.RootElement;
            var laws = root.GetProperty("invariants").EnumerateArray().ToList();
            return new(
                seed, faults, root.GetProperty("occurrences").GetInt64(),
                laws.Sum(law => law.GetProperty("checked").GetInt64()),
                [.. laws.Where(law => law.GetProperty("broken").GetInt64() > 0)
                    .Select(law => law.GetProperty("name").GetString()!)]);
        }
        catch (Exception other) when (other is KeyNotFoundException or InvalidOperationException)
        {
            throw new JsonException("The report has another shape.", other);
        }
    }
}

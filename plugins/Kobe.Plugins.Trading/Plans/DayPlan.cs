using System.Security.Cryptography;
using System.Text.Json;

namespace Kobe.Plugins.Trading.Plans;

/// <summary>The day's few ideas: the fact <c>plan.today</c>, sealed so that nobody changes it afterwards
/// unseen.</summary>
/// <param name="Date">The date.</param>
/// <param name="Seal">SHA-256 of date and ideas, 64 hex digits.</param>
/// <param name="Ideas">The ideas, in the order in which they are tried.</param>
internal sealed record DayPlan(string Date, string Seal, IReadOnlyList<PlannedIdea> Ideas)
{
    /// <summary>Seals ideas.</summary>
    public static DayPlan Of(string date, IReadOnlyList<PlannedIdea> ideas) => new(date, SealOf(date, ideas), ideas);

    /// <summary>Whether the ideas are those that were sealed.</summary>
    public bool IsWhole() => Seal == SealOf(Date, Ideas);

    private static string SealOf(string date, IReadOnlyList<PlannedIdea> ideas) => Convert.ToHexStringLower(
        SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { date, ideas })));
}

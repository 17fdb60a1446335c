using Kobe.Core.Runs;
using Kobe.Core.Schedules;
using Kobe.Core.Text;

namespace Kobe.Core.Planning.Deciding;

/// <summary>Where an occurrence's <c>after</c> and <c>needs</c> stand.</summary>
/// <remarks>It is asked far more often than read: its words are made when they are wanted.</remarks>
public sealed record RequirementState
{
    private RequirementState()
    {
    }

    /// <summary>All is there.</summary>
    public static RequirementState Met { get; } = new();

    /// <summary>Whether nothing stands against a start.</summary>
    public bool IsMet => After is null && Need is null;

    /// <summary>Whether it can't be met any more.</summary>
    public bool IsLost => Ended is not null;

    private AfterTask? After { get; init; }

    private FinalState? Ended { get; init; }

    private FactNeed? Need { get; init; }

    private DateTimeOffset? Published { get; init; }

    /// <summary>The other has not ended yet.</summary>
    /// <param name="after">What the row asks for.</param>
    public static RequirementState Waits(AfterTask after) => new() { After = after };

    /// <summary>The other has ended otherwise than the row asks for.</summary>
    /// <param name="after">What the row asks for.</param>
    /// <param name="end">How it ended.</param>
    public static RequirementState Lost(AfterTask after, FinalState end) => new() { After = after, Ended = end };

    /// <summary>A fact is missing, or too old.</summary>
    /// <param name="need">What the row asks for.</param>
    /// <param name="published">When the fact was published (UTC); null when it never was.</param>
    public static RequirementState Waits(FactNeed need, DateTimeOffset? published) =>
        new() { Need = need, Published = published };

    /// <summary>What is missing and how, for people; null when met.</summary>
    /// <param name="now">The present (UTC): what is too old grows older.</param>
    public string? Why(DateTimeOffset now) =>
        After is not null ? Ended is { } end ? $"after: {After.Task} ended {end}" : $"after: {After.Task} has not ended"
        : Need is null ? null
        : Published is { } at ? $"need: {Need} is {DurationText.FormatWhole(now - at)} old"
        : $"need: {Need.Fact} was never published";
}

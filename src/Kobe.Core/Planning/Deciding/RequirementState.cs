namespace Kobe.Core.Planning.Deciding;

/// <summary>Where an occurrence's <c>after</c> and <c>needs</c> stand.</summary>
/// <param name="IsMet">Whether nothing stands against a start.</param>
/// <param name="IsLost">Whether it can't be met any more.</param>
/// <param name="Why">What is missing and how, for people; null when met.</param>
public readonly record struct RequirementState(bool IsMet, bool IsLost, string? Why)
{
    /// <summary>All is there.</summary>
    public static RequirementState Met { get; } = new(true, false, null);

    /// <summary>It may still come.</summary>
    /// <param name="why">What is missing.</param>
    public static RequirementState Waits(string why) => new(false, false, why);

    /// <summary>It can't come any more.</summary>
    /// <param name="why">What ended how.</param>
    public static RequirementState Lost(string why) => new(false, true, why);
}

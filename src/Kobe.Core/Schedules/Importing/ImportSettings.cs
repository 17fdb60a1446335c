namespace Kobe.Core.Schedules.Importing;

/// <summary>How a list of times is turned into a schedule.</summary>
/// <param name="CalendarDays">Whether <c>weekdays</c> stays Monday to Friday instead of becoming trading days.</param>
/// <param name="Priorities">What becomes of priorities: those that are not in it stay.</param>
public sealed record ImportSettings(bool CalendarDays, PriorityMap Priorities)
{
    /// <summary>Weekdays become trading days, and priority 1 becomes 2.</summary>
    public static ImportSettings Default { get; } = new(false, PriorityMap.Default);
}

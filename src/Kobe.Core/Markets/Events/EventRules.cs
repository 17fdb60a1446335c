namespace Kobe.Core.Markets.Events;

/// <summary>What makes the seasons and events of the year: data, read from the events file.</summary>
public sealed record EventRules
{
    /// <summary>No events, and the seasons that need no list at their usual lengths.</summary>
    public static EventRules None { get; } = new();

    /// <summary>The single events, FOMC decisions among them.</summary>
    public IReadOnlyList<DatedEvent> Dated { get; init; } = [];

    /// <summary>The stretches of the year in which most companies report.</summary>
    public IReadOnlyList<YearlyWindow> Earnings { get; init; } = [];

    /// <summary>How many sessions at the end of a month belong to its turn.</summary>
    public int TurnOfMonthLast { get; init; } = 1;

    /// <summary>How many sessions at the start of a month belong to its turn.</summary>
    public int TurnOfMonthFirst { get; init; } = 3;

    /// <summary>How many sessions at the end of a quarter make its end.</summary>
    public int QuarterEndLast { get; init; } = 5;
}

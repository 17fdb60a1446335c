using Kobe.Contracts;

namespace Kobe.Core.Markets.Events;

/// <summary>The events list that needs no file.</summary>
/// <remarks>
/// It says what schedule/calendars/events.yaml says, and a test holds the two together. It stands here as well so that
/// an answer does not have to wait for a YAML parser to start.
/// </remarks>
public static class BuiltInEvents
{
    private static readonly DateOnly[] AnnouncedDecisions =
    [
        new(2024, 1, 31), new(2024, 3, 20), new(2024, 5, 1), new(2024, 6, 12),
        new(2024, 7, 31), new(2024, 9, 18), new(2024, 11, 7), new(2024, 12, 18),
        new(2025, 1, 29), new(2025, 3, 19), new(2025, 5, 7), new(2025, 6, 18),
        new(2025, 7, 30), new(2025, 9, 17), new(2025, 10, 29), new(2025, 12, 10),
        new(2026, 1, 28), new(2026, 3, 18), new(2026, 4, 29), new(2026, 6, 17),
        new(2026, 7, 29), new(2026, 9, 16), new(2026, 10, 28), new(2026, 12, 9),
    ];

    private static readonly DateOnly[] TentativeDecisions =
    [
        new(2027, 1, 27), new(2027, 3, 17), new(2027, 4, 28), new(2027, 6, 9),
        new(2027, 7, 28), new(2027, 9, 15), new(2027, 10, 27), new(2027, 12, 8),
    ];

    /// <summary>The list.</summary>
    public static EventRules Rules { get; } = new()
    {
        Dated =
        [
            .. Decisions(AnnouncedDecisions, "Federal Reserve Board, FOMC meeting calendar", true),
            .. Decisions(TentativeDecisions, "Federal Reserve Board, tentative FOMC meeting calendar", false),
        ],
        Earnings = [new(1, 12, 2, 20), new(4, 12, 5, 20), new(7, 12, 8, 20), new(10, 12, 11, 20)],
        TurnOfMonthLast = 1,
        TurnOfMonthFirst = 3,
        QuarterEndLast = 5,
    };

    /// <summary>FOMC decisions, which come out in the afternoon of their days.</summary>
    /// <param name="date">The day of the statement.</param>
    /// <param name="time">Its wall-clock time in New York since midnight.</param>
    /// <param name="source">Who announced it, and where.</param>
    /// <param name="confirmed">Whether the announcement is final.</param>
    internal static DatedEvent Decision(DateOnly date, TimeSpan time, string source, bool confirmed) =>
        new(date, time, "FOMC decision", source, confirmed, Season.FOMC_DAY);

    private static DatedEvent[] Decisions(DateOnly[] dates, string source, bool confirmed)
    {
        var decisions = new DatedEvent[dates.Length];
        for (var i = 0; i < dates.Length; i++)
        {
            decisions[i] = Decision(dates[i], TimeSpan.FromHours(14), source, confirmed);
        }

        return decisions;
    }
}

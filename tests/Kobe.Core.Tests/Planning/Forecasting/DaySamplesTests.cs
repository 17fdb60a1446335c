using Kobe.Core.Planning;
using Kobe.Core.Planning.Forecasting;
using Kobe.Core.Tests.Schedules;
using Kobe.Testing;

namespace Kobe.Core.Tests.Planning.Forecasting;

/// <summary>One date of each kind, and what a schedule has to do on it.</summary>
public class DaySamplesTests
{
    private const string Rows = """
        tasks:
          - { id: swing, run: t.enter, at: close-25m, category: trading, kind: entry, phases: [CLOSING] }
          - { id: poll, run: t.poll, every: 1h, from: open, to: close, category: monitoring }
          - { id: scan, run: t.scan, at: "12:35", on: trading-days }
          - { id: month, run: t.month, at: "10:00", on: first-trading-day-of-month }
          - { id: rest, run: t.rest, every: 6h, on: sat }

        """;

    [Theory]
    // from          the plain day is neither at the edge of a week nor of a month; what falls due and runs of so many rows
    [InlineData("2026-11-16", "plain 11-17: 9/9 of 3, early_close 11-27: 6/6 of 3, holiday 11-26: 1/0 of 0, saturday 11-21: 4/4 of 1, sunday 11-22: 0/0 of 0")]
    [InlineData("2026-11-25", "plain 12-02: 9/9 of 3, early_close 11-27: 6/6 of 3, holiday 11-26: 1/0 of 0, saturday 11-28: 4/4 of 1, sunday 11-29: 0/0 of 0")]
    [InlineData("2026-12-31", "plain 01-05: 9/9 of 3, early_close 11-26: 6/6 of 3, holiday 01-01: 1/0 of 0, saturday 01-02: 4/4 of 1, sunday 01-03: 0/0 of 0")]
    public void Samples_AreTheFirstDatesOfTheirKind(string from, string samples)
    {
        var timeline = new Timeline(ScheduleText.Schedule(Rows), ScheduleText.Calendars);

        Assert.Equal(samples, string.Join(", ", DaySamples.Of(timeline, ScheduleText.Calendars, Days.Date(from))
            .Select(day => $"{day.Kind} {day.Date:MM-dd}: {day.Occurrences}/{day.Runs} of {day.Tasks}")));
    }
}

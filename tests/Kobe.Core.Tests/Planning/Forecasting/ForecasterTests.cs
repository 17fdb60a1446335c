using Kobe.Core.Planning;
using Kobe.Core.Planning.Forecasting;
using Kobe.Core.Tests.Schedules;
using Kobe.Testing;

namespace Kobe.Core.Tests.Planning.Forecasting;

/// <summary>What a day's plan says of single rows.</summary>
public class ForecasterTests
{
    [Theory]
    // the row                                                         date          what will be
    [InlineData("at: close-25m",                                       "2026-11-20", "15:35 run: due")]
    [InlineData("at: close-25m",                                       "2026-11-27", "12:35 run: due")]
    [InlineData("at: close-25m",                                       "2026-11-26", "")]
    [InlineData("at: \"09:35\", on: trading-days",                     "2026-11-26", "09:35 Skipped: calendar: Thanksgiving")]
    [InlineData("at: \"09:35\", on: trading-days",                     "2026-11-28", "")]
    [InlineData("at: \"09:35\", enabled: false",                       "2026-11-20", "09:35 Disabled: disabled")]
    [InlineData("at: \"09:35\", phases: [MORNING, OPENING]",           "2026-11-28", "09:35 Skipped: filter: phase is WEEKEND, not OPENING, MORNING")]
    [InlineData("at: \"14:30\", modes: [RESEARCH, MONITORING]",        "2026-11-20", "14:30 Skipped: filter: mode is ACTIVE_TRADING, not RESEARCH, MONITORING")]
    [InlineData("at: \"13:50\", seasons: [FOMC_DAY]",                  "2026-12-09", "13:50 run: due")]
    [InlineData("at: \"13:50\", seasons: [FOMC_DAY]",                  "2026-12-08", "13:50 Skipped: filter: season is NONE, not FOMC_DAY")]
    [InlineData("at: [\"10:00\", open+30m]",                           "2026-11-20", "10:00 run: due; 10:00 Coalesced: coalesced into x@2026-11-20/open+30m")]
    [InlineData("every: 2h, from: \"14:00\", to: close",               "2026-11-27", "14:00 Skipped: calendar: Day after Thanksgiving leaves its window empty")]
    [InlineData("at: \"09:35\", needs: [a.b < 2h], when: [c.d == up]", "2026-11-20", "09:35 run: due; when c.d == \"up\"; needs a.b < 2h")]
    public void Forecast_HasOneReason(string row, string date, string forecasts)
    {
        var schedule = ScheduleText.Schedule($"tasks:\n  - {{ id: x, run: y, {row} }}\n");
        var day = Forecaster.On(
            new Timeline(schedule, ScheduleText.Calendars), Days.Date(date), Forecaster.Blank(ScheduleText.Calendars), absences: true);

        Assert.Equal(forecasts, string.Join("; ", day.Forecasts
            .Select(f => $"{TimeZoneInfo.ConvertTime(f.Occurrence.Due, Zones.NewYork):HH:mm} {(f.Runs ? "run" : f.State)}: {f.Reason}")));
        Assert.Equal(day.Forecasts.Count == 0, day.Absences.Count == 1);
    }

    [Fact]
    public void Day_IsInTheTotalOrder_WhereRowsFallDueTogether()
    {
        var schedule = ScheduleText.Schedule("""
            tasks:
              - { id: d, run: y, at: "09:35", expires: 2h }
              - { id: c, run: y, at: "09:35", expires: 1h }
              - { id: b, run: y, at: "09:35", expires: 1h }
              - { id: a, run: y, at: "09:35", priority: 4 }
              - { id: e, run: y, at: "09:34", priority: 9 }
            """);
        var day = Forecaster.On(
            new Timeline(schedule, ScheduleText.Calendars), new(2026, 11, 20), Forecaster.Blank(ScheduleText.Calendars), false);

        Assert.Equal(["e", "b", "c", "d", "a"], day.Forecasts.Select(forecast => forecast.Occurrence.Task.Id));
    }
}

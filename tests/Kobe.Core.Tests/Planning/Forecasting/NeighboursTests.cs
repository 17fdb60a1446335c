using Kobe.Core.Planning;
using Kobe.Core.Planning.Forecasting;
using Kobe.Core.Tests.Schedules;
using Kobe.Testing;

namespace Kobe.Core.Tests.Planning.Forecasting;

/// <summary>The times before and after an instant are those of the timeline.</summary>
public class NeighboursTests
{
    [Theory]
    [InlineData("at: close-25m")]
    [InlineData("at: [\"01:30\", \"02:30\", close]")]
    [InlineData("every: 7m, from: open, to: close, on: trading-days")]
    [InlineData("cron: \"30 2 * * SUN\"")]
    [InlineData("at: \"13:50\", seasons: [FOMC_DAY]")]
    [InlineData("at: open, on: first-trading-day-of-quarter")]
    [InlineData("once: 2026-12-01T09:45")]
    [InlineData("whenever: { cooldown: 2h }")]
    [InlineData("at: \"09:00\", enabled: false")]
    public void Neighbours_AreThoseOfTheTimeline(string row)
    {
        var schedule = ScheduleText.Schedule($"tasks:\n  - {{ id: x, run: y, {row} }}\n");
        var context = Forecaster.Blank(ScheduleText.Calendars);
        var from = ScheduleText.Now.AddDays(-300);
        var all = new Timeline(schedule, ScheduleText.Calendars).Between(from, from.AddDays(600))
            .Where(occurrence => occurrence.Presence == Presence.Live && Forecaster.Of(occurrence, context).Runs)
            .Select(occurrence => occurrence.Key).ToList();
        var due = all.ConvertAll(key => Expansion.Of(schedule.Tasks[0], key.Date, ScheduleText.Calendars)
            .First(occurrence => occurrence.Key == key).Due);
        var neighbours = new Neighbours(context);

        foreach (var now in (DateTimeOffset[])[ScheduleText.Now, .. due.Where((_, i) => i % 97 == 1), .. due.Take(2)])
        {
            Assert.Equal(
                all.Where((_, i) => due[i] > now).Take(3),
                neighbours.Next(schedule.Tasks[0], now, 3).Select(forecast => forecast.Occurrence.Key).Where(all.Contains));
            Assert.Equal(
                all.Where((_, i) => due[i] <= now).Reverse().Take(3),
                neighbours.Previous(schedule.Tasks[0], now, 3).Select(forecast => forecast.Occurrence.Key).Where(all.Contains));
        }
    }

    [Theory]
    // the row                                         at                   switch                        what decides
    [InlineData("at: \"09:35\", on: trading-days",     "2026-11-20T12:00Z", "",                           "run: at 09:35, on trading-days")]
    [InlineData("at: \"09:35\", on: trading-days",     "2026-11-26T18:00Z", "",                           "skip: calendar: Thanksgiving")]
    [InlineData("at: \"09:35\", on: trading-days",     "2026-11-28T18:00Z", "",                           "skip: Saturday 2026-11-28 (weekend) is not among on: trading-days.")]
    [InlineData("at: \"09:35\", on: trading-days",     "2026-11-28T18:00Z", "KOBE_FORCE_RUN=true",        "run: at 09:35, on any; KOBE_FORCE_RUN decides on: any.")]
    [InlineData("at: \"09:35\", phases: [OPENING]",    "2026-11-20T20:00Z", "",                           "skip: filter: phase is POWER_HOUR, not OPENING")]
    [InlineData("at: \"09:35\"",                       "2026-11-20T20:00Z", "KOBE_ENABLE_ALL=false",      "skip: disabled; KOBE_ENABLE_ALL decides enabled: false.")]
    [InlineData("at: \"09:35\", enabled: false",       "2026-11-20T20:00Z", "KOBE_TASK_X_ENABLED=true",   "run: at 09:35, on any; KOBE_TASK_X_ENABLED decides enabled: true.")]
    [InlineData("whenever: { cooldown: 2h }",          "2026-11-20T20:00Z", "",                           "run: whenever, cooldown 2h, on any")]
    public void Explanation_NamesTheOneThingThatDecides(string row, string at, string variable, string reason)
    {
        (string, string)[] variables = variable.Length == 0 ? [] : [(variable.Split('=')[0], variable.Split('=')[1])];
        var schedule = ScheduleText.Schedule($"tasks:\n  - {{ id: x, run: y, {row} }}\n", variables);
        var explanation = Explanation.Of(
            schedule.Tasks[0], Days.Instant(at), Forecaster.Blank(ScheduleText.Calendars));

        Assert.Equal(reason, string.Join("; ",
            explanation.Switches.Prepend($"{(explanation.Runs ? "run" : "skip")}: {explanation.Reason}")));
    }
}

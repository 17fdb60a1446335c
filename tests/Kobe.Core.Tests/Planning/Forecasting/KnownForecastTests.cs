using Kobe.Core.Planning;
using Kobe.Core.Planning.Forecasting;
using Kobe.Core.Runs;
using Kobe.Core.Tests.Schedules;
using Kobe.Testing;

namespace Kobe.Core.Tests.Planning.Forecasting;

/// <summary>What the journal says stands above what schedule and calendar say alone.</summary>
public class KnownForecastTests
{
    private static readonly DateTimeOffset Noon = ScheduleText.Now;

    [Theory]
    // who did what                             a row                                  what becomes of it
    [InlineData("nothing",                      "at: \"09:35\"",                       "run: due")]
    [InlineData("disable",                      "at: \"09:35\"",                       "Disabled: disabled by ann")]
    [InlineData("quarantine",                   "at: \"09:35\"",                       "Skipped: quarantined")]
    [InlineData("pause",                        "at: \"09:35\"",                       "Skipped: paused")]
    [InlineData("pause",                        "at: \"09:35\", category: monitoring", "run: due")]
    [InlineData("pause all",                    "at: \"09:35\", category: monitoring", "Skipped: paused")]
    [InlineData("pause until 09:00",            "at: \"09:35\"",                       "run: due")]
    [InlineData("pause until 10:00",            "at: \"09:35\"",                       "Skipped: paused")]
    [InlineData("halt",                         "at: open+40m, category: trading, kind: entry", "Skipped: halted: no entries")]
    [InlineData("halt",                         "at: open+40m, category: trading, kind: reconcile", "run: due")]
    [InlineData("an earlier start of the date", "at: \"09:35\", once_per_day: true",   "Skipped: once-per-day: x@2026-11-20T08:00 ran")]
    [InlineData("an earlier start of the date", "at: \"09:35\", max_per_day: 1",       "Skipped: max-per-day: 1 have run")]
    [InlineData("success",                      "at: \"09:35\"",                       "run: succeeded")]
    [InlineData("expiry",                       "at: \"09:35\"",                       "Expired: expired")]
    [InlineData("skip",                         "at: \"09:35\"",                       "Skipped: skipped")]
    [InlineData("queue",                        "at: \"09:35\"",                       "run: waits")]
    public void Forecast_KnowsWhatHappened(string what, string row, string becomes)
    {
        var schedule = ScheduleText.Schedule($"tasks:\n  - {{ id: x, run: y, {row} }}\n");
        var context = Forecaster.Knowing(ScheduleText.Calendars, After(what));
        var forecast = Assert.Single(Forecaster.On(new Timeline(schedule, ScheduleText.Calendars), new(2026, 11, 20), context, false).Forecasts);

        Assert.Equal(becomes, $"{(forecast.Runs ? "run" : forecast.State)}: {forecast.Reason}");
    }

    [Theory]
    [InlineData("pause", 0)]
    [InlineData("disable", 0)]
    [InlineData("pause until 10:00", 3)]
    public void Next_IsNothing_AsLongAsOnlyAPersonCanChangeThat(string what, int count)
    {
        var task = ScheduleText.Row("at: \"09:35\"");
        var neighbours = new Neighbours(Forecaster.Knowing(ScheduleText.Calendars, After(what)));
        var next = neighbours.Next(task, Noon, 3);

        Assert.Equal(count, next.Count);
        Assert.All(next.Take(1), first => Assert.Equal(Days.Instant("2026-11-21T14:35Z"), first.Occurrence.Due));
        Assert.Equal(3, neighbours.Previous(task, Noon, 3).Count);
    }

    [Theory]
    [InlineData("nothing", "",               "at 09:35, on any")]
    [InlineData("fact",    "when: [f.n > 1]", "filter: when f.n > 1")]
    [InlineData("fact",    "when: [f.n < 2]", "at 09:35, on any; when f.n < 2")]
    [InlineData("fact",    "needs: [g]",     "need: g was never published")]
    [InlineData("fact",    "needs: [f < 1h]", "need: f < 1h is 2h old")]
    public void Explanation_AsksTheFactsAsTheyStand(string what, string keys, string reason)
    {
        var task = ScheduleText.Row("at: \"09:35\"" + (keys.Length > 0 ? ", " + keys : ""));

        Assert.Equal(reason, Explanation.Of(task, Noon, Forecaster.Knowing(ScheduleText.Calendars, After(what))).Reason);
    }

    private static Ledger After(string what)
    {
        var ledger = new Ledger();
        var seq = 0;
        var at = Noon.AddHours(-2);
        OccurrenceKey Key(string time) => new("x", new(2026, 11, 20), "T" + time);
        void Apply(RunEvent happened) => ledger.Apply(++seq, happened);
        void Run(OccurrenceKey key, RunPayload? payload = null)
        {
            Apply(new RunEvent.Queued(at, key, at, at.AddHours(3), 3));
            Apply(new RunEvent.Started(at, key, 1, 1));
            Apply(new RunEvent.Ended(at, key, 1, 1, RunResult.Succeeded, NextStep.Final(FinalState.Succeeded), 5, Payload: payload));
        }

        Apply(new RunEvent.Booted(at, 1, "0", 1));
        switch (what)
        {
            case "disable": Apply(new RunEvent.Control(at, ControlVerb.Disable, "x", "ann", "why", null)); break;
            case "quarantine": Apply(new RunEvent.Quarantined(at, "x", "two crashes")); break;
            case "pause" or "pause all" or "pause until 09:00" or "pause until 10:00":
                DateTimeOffset? until = what.Contains("until") ? Days.Instant($"2026-11-20T{what[^5..]}-05:00") : null;
                Apply(new RunEvent.Control(at, ControlVerb.Pause, what == "pause all" ? "all" : "", "ann", "why", until));
                break;
            case "halt": Apply(new RunEvent.Control(at, ControlVerb.Halt, "", "ann", "why", null)); break;
            case "an earlier start of the date": Run(Key("08:00")); break;
            case "success": Run(Key("09:35")); break;
            case "expiry": Apply(new RunEvent.Closed(at, Key("09:35"), at, FinalState.Expired, "lag 3h")); break;
            case "skip": Apply(new RunEvent.Closed(at, Key("09:35"), at, FinalState.Skipped, "filter: phase")); break;
            case "queue": Apply(new RunEvent.Queued(at, Key("09:35"), at, at.AddHours(3), 3)); break;
            case "fact": Run(Key("08:00"), Fact("f", "{\"n\":1}")); break;
            default: break;
        }

        return ledger;
    }

    private static RunPayload Fact(string name, string text)
    {
        Assert.True(JsonText.TryParse(text, out var value, out _));
        Assert.True(RunPayload.TryCreate(null, [new(name, value)], [], out var payload, out _));
        return payload!;
    }
}

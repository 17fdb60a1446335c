using System.Runtime.Versioning;
using Kobe.Core.Planning;
using Kobe.Core.Planning.Forecasting;
using Kobe.Core.Schedules;
using Kobe.Testing;
using Kobe.Tests.Monitoring;
using Kobe.Tests.Schedules;

namespace Kobe.Tests.EveryRow;

/// <summary>
/// Every row that works with the market, run by the built plugins in a real runner on ten days of a made-up one, at the times of the schedule and until it has done its work once.
/// </summary>
/// <remarks>
/// The days: a plain one, the last one of a year, a holiday, a weekend, the first one of a year, a Tuesday for the ideas of Tuesdays, a Sunday, one with reports of
/// companies in the week of expiries, and one on which the central bank decides.
/// </remarks>
[UnsupportedOSPlatform("windows")]
public sealed class DeskRowTests : IDisposable
{
    private static readonly DateOnly[] Dates =
    [
        new(2026, 12, 30), new(2026, 12, 31), new(2027, 1, 1), new(2027, 1, 2), new(2027, 1, 3), new(2027, 1, 4), new(2027, 1, 5), new(2027, 1, 10),
        new(2027, 1, 13), new(2027, 1, 27),
    ];

    // What others build on is done anew on each day.
    private static readonly string[] Daily =
        ["bars.daily_update", "levels.universe", "econ.calendar", "swing.signals", "risk.budget_day", "session.open", "recon.hourly"];

    private static readonly DateOnly Late = new(2027, 1, 4);

    private readonly StateFolder state = new();
    private readonly RowStage stage;
    private readonly DeskScenes scenes;
    private readonly RowFindings findings;

    public DeskRowTests()
    {
        stage = new(state, Repository.At("schedule"), state.Root);
        scenes = new(stage);
        findings = new(RowsOf.Desk, state.Root);
    }

    public void Dispose()
    {
        stage.Dispose();
        state.Dispose();
    }

    [Fact]
    public void EachRow_DoesCheckableWork_ThatNoOtherDoes()
    {
        var begin = Days.Instant("2026-12-30T05:00Z");
        scenes.Begin(begin);
        RunAll(RowsOf.Desk.Where(row => row.Trigger is Trigger.OnStart), begin, "/boot-1");
        foreach (var date in Dates)
        {
            RunDay(date);
        }

        RunAll(RowsOf.Desk.Where(row => row.Trigger is Trigger.Whenever), Days.Instant("2027-01-28T04:00Z"), "/w1");

        // A study is the same at all hours: on the same data no two may come to the same.
        foreach (var row in RowsOf.Desk.Where(RowsOf.IsStudy))
        {
            findings.TakeAgain(stage.Run(row, Days.Instant("2027-01-28T04:30Z"), "/manual-again"));
        }

        findings.ShouldBeRight();
    }

    [Fact]
    public void EachRow_IsRunByOneOfTheTests() =>
        Assert.Equal([], Shipped.Schedule.Tasks.Except(RowsOf.Watch).Except(RowsOf.Desk).Select(row => row.Id));

    private void RunDay(DateOnly date)
    {
        var timeline = new Timeline(Shipped.Schedule, Shipped.Calendars);
        var blank = Forecaster.Blank(Shipped.Calendars);
        var rows = RowsOf.Desk.ToHashSet();
        var isLate = false;
        foreach (var occurrence in timeline.On(date))
        {
            if (date == Late && !isLate && occurrence.Due >= Shipped.Calendars.Default.Calendar.On(date).Session!.Close)
            {
                scenes.EnterAtTheLastSecond(Shipped.Calendars.Default.Calendar.On(date).Session!.Close);
                isLate = true;
            }

            if (rows.Contains(occurrence.Task) && Forecaster.Of(occurrence, blank).Runs)
            {
                Run(occurrence.Task, occurrence.Due, occurrence.Key.Slot);
            }
        }
    }

    private void RunAll(IEnumerable<ScheduledTask> rows, DateTimeOffset at, string slot)
    {
        foreach (var row in rows)
        {
            Run(row, at, slot);
        }
    }

    private void Run(ScheduledTask row, DateTimeOffset at, string slot)
    {
        if (findings.IsDone(row) ? Daily.Contains(row.Id) : scenes.Prepare(row, at))
        {
            var run = stage.Run(row, at, slot);
            findings.Take(run, DeskScenes.Did(run));
        }
    }
}

using Kobe.Core.Planning;
using Kobe.Core.Planning.Forecasting;
using Kobe.Core.Schedules;
using Kobe.Testing;
using Kobe.Tests.EveryRow;

namespace Kobe.Tests.Schedules;

/// <summary>What every row of the shipped schedule keeps to, on all days of three years.</summary>
public class ShippedScheduleTests
{
    private static readonly TimeSpan AttemptsMax = TimeSpan.FromMinutes(30);

    private static readonly string[] Plugins =
        ["monitoring", "maintenance", "marketdata", "trading", "research", "learning"];

    private static readonly string[] Monitoring =
    [
        "health", "disk", "clock", "heartbeat", "integrity", "drift", "digest", "lateness", "failures", "slowdowns", "skips",
        "held", "facts", "verdict", "alerts", "growth", "plugins", "coverage", "utilisation", "processes", "endpoint",
        "restarts", "retries", "changes", "log", "queue",
    ];

    [Fact]
    public void Schedule_HasTheJobsOfADesk()
    {
        Assert.True(Shipped.Schedule.Tasks.Count >= 463, $"{Shipped.Schedule.Tasks.Count} rows");
        Assert.All(Shipped.Schedule.Tasks, task => Assert.NotNull(task.About));
        Assert.True(Shipped.Schedule.Tasks.Select(task => task.Run).Distinct().Count() >= 80);
        Assert.Contains(Shipped.Schedule.Tasks, task => task.Trigger is Trigger.Whenever);
        Assert.Contains(Shipped.Schedule.Tasks, task => task.Trigger is Trigger.OnStart);
    }

    [Fact]
    public void Row_DoesSomethingThatNoOtherRowDoes() =>
        Assert.Equal(
            Shipped.Schedule.Tasks.Count,
            Shipped.Schedule.Tasks
                .Select(task => (task.Run, string.Join(", ", task.Args), task.Trigger.ToString(), task.On)).Distinct()
                .Count());

    // The name of a row's fact and how loudly it tells make no other work of it. Another part of the day does, but for studies.
    [Fact]
    public void Row_DoesNoWorkThatAnotherDoesInTheSamePartOfADay()
    {
        DateOnly[] dates =
        [
            new(2026, 11, 23), new(2026, 11, 24), new(2026, 11, 25), new(2026, 11, 26), new(2026, 11, 27), new(2026, 11, 28), new(2026, 11, 29), new(2026, 12, 31),
            new(2027, 1, 4),
        ];
        var blank = Forecaster.Blank(Shipped.Calendars);
        var timeline = new Timeline(Shipped.Schedule, Shipped.Calendars);
        var same =
            from date in dates
            from occurrence in timeline.On(date)
            let forecast = Forecaster.Of(occurrence, blank)
            where forecast.Runs
            group occurrence.Task.Id by (
                RowsOf.IsStudy(occurrence.Task) ? default : (date, forecast.Phase), occurrence.Task.Run,
                string.Join(", ", occurrence.Task.Args.Where(argument => argument.Name is not ("fact" or "tell"))))
            into work
            where work.Distinct().Count() > 1
            select string.Join(", ", work.Distinct().Order(StringComparer.Ordinal));

        Assert.Equal("", string.Join('\n', same.Distinct()));
    }

    [Fact]
    public void Handler_BelongsToAPluginThatIsThereOrToCome() =>
        Assert.All(Shipped.Schedule.Tasks, task =>
        {
            var (plugin, name) = (task.Run[..task.Run.IndexOf('.')], task.Run[(task.Run.IndexOf('.') + 1)..]);
            Assert.Contains(plugin, Plugins);
            Assert.True(plugin != "monitoring" || Monitoring.Contains(name), $"{task.Run} is no handler of Monitoring");
        });

    [Fact]
    public void Rows_StandInTheOrderOfTheDay()
    {
        var first = new Dictionary<string, TimeSpan>();
        foreach (var occurrence in Shipped.Occurrences(_ => true))
        {
            var session = Shipped.Calendars.Default.Calendar.On(occurrence.Date);
            var time = TimeZoneInfo.ConvertTime(occurrence.Due, Zones.NewYork).TimeOfDay;
            if (session.Kind != Core.Markets.DayKind.EarlyClose || !first.ContainsKey(occurrence.Task.Id))
            {
                first.TryAdd(occurrence.Task.Id, time);
            }
        }

        // A comment begins a section; each section follows the day.
        foreach (var section in Shipped.Schedule.Tasks.GroupBy(task => (task.Mark.File, SectionOf(task))))
        {
            var rows = section.Where(task => first.ContainsKey(task.Id)).OrderBy(task => task.Mark.Line).ToArray();
            Assert.Equal(
                rows.OrderBy(task => first[task.Id]).Select(task => task.Id), rows.Select(task => task.Id));
        }
    }

    // Where clocks change a time there may not exist, or twice; a row that means it is listed here.
    [Fact]
    public void Row_FallsDueBetweenTwoAndThree_OnlyWhereItIsMeant() =>
        Assert.Equal([], Shipped.Occurrences(task => task.Trigger is not Trigger.Every)
            .Where(occurrence => TimeZoneInfo.ConvertTime(occurrence.Due, Zones.NewYork).Hour == 2)
            .Select(occurrence => occurrence.Task.Id).Distinct());

    [Fact]
    public void Attempts_AreBounded() =>
        Assert.All(Shipped.Schedule.Tasks, task => Assert.True(task.Timeout * (task.Retries + 1) <= AttemptsMax, task.Id));

    [Fact]
    public void BackgroundWork_KeepsAwayFromOpenAndClose()
    {
        foreach (var occurrence in Shipped.Occurrences(task => task.Priority >= 5))
        {
            var session = Shipped.Calendars.Default.Calendar.On(occurrence.Date).Session;
            Assert.False(
                session is not null && (Near(occurrence, session.Open, 30, 30) || Near(occurrence, session.Close, 30, 15)),
                $"{occurrence.Key}");
        }
    }

    [Fact]
    public void Entry_RunsOnlyInAPhaseThatTakesEntries_AndExpiresWithIt()
    {
        var context = Forecaster.Blank(Shipped.Calendars);
        var entries = Shipped.Occurrences(task => task.Kind == TaskKind.Entry).ToArray();
        Assert.NotEmpty(entries);
        Assert.All(entries, occurrence =>
        {
            var span = Shipped.Calendars.Default.DayAt(occurrence.Due).SpanAt(occurrence.Due);
            Assert.True(Forecaster.Of(occurrence, context).Runs, $"{occurrence.Key} does not run");
            Assert.True(occurrence.Expires <= span.End, $"{occurrence.Key} outlives {span.Phase}");
        });
    }

    [Fact]
    public void DayTrades_AreFlattenedFiveMinutesBeforeEveryClose() =>
        Assert.All(Shipped.Occurrences(task => task.Id == "daytrades.flatten").ToArray(), occurrence =>
        {
            var close = Shipped.Calendars.Default.Calendar.On(occurrence.Date).Session!.Close;
            Assert.True(occurrence.Due.AddMinutes(5) <= close && occurrence.Expires <= close, $"{occurrence.Key}");
        });

    [Fact]
    public void Row_FallsDueNoSoonerThanWhatItWaitsFor()
    {
        var due = Shipped.Occurrences(_ => true).GroupBy(occurrence => (occurrence.Task.Id, occurrence.Date))
            .ToDictionary(group => group.Key, group => group.Min(occurrence => occurrence.Due));
        foreach (var task in Shipped.Schedule.Tasks)
        {
            foreach (var ((id, date), at) in due.Where(pair => pair.Key.Id == task.Id))
            {
                Assert.All(task.After, after =>
                    Assert.False(due.TryGetValue((after.Task, date), out var before) && before > at,
                        $"{id} on {date:yyyy-MM-dd} comes before {after.Task}"));
            }
        }
    }

    [Theory]
    [InlineData("ORDER_POLL_INTERVAL_MINUTES",          "7",     "orders.poll",        "every 7m from open to post")]
    [InlineData("EMERGENCY_EXIT_INTERVAL_MINUTES",      "9",     "exits.emergency",    "every 9m from open to close")]
    [InlineData("RECONCILIATION_INTERVAL_MINUTES",      "90",    "recon.hourly",       "every 1h30m")]
    [InlineData("HEALTH_CHECK_INTERVAL_MINUTES",        "30",    "health.check",       "every 30m")]
    [InlineData("STATUS_SNAPSHOT_INTERVAL_MINUTES",     "5",     "status.snapshot",    "every 5m")]
    [InlineData("ENTRY_WINDOW_MINUTES_BEFORE_CLOSE",    "20",    "entry.window_swing", "at close-20m")]
    [InlineData("SWING_EXIT_DELAY_MINUTES_AFTER_CLOSE", "15",    "exits.swing_eval",   "at close+15m")]
    [InlineData("RUN_STARTUP_RECONCILIATION",           "false", "boot.reconcile",     "on_start, off")]
    [InlineData("RUN_HEALTH_CHECK_ON_BOOT",             "false", "boot.health",        "on_start, off")]
    public void Variable_TunesItsRow(string variable, string value, string id, string trigger)
    {
        var task = Shipped.Read((variable, value)).Schedule.Find(id)!;

        Assert.Equal(trigger, task.Trigger + (task.Enabled ? "" : ", off"));
        Assert.NotEqual(trigger, Shipped.Schedule.Find(id)!.Trigger + (Shipped.Schedule.Find(id)!.Enabled ? "" : ", off"));
        Assert.Contains(TaskSettings.Of(task), setting => setting.From == "environment " + variable);
    }

    private static int SectionOf(ScheduledTask task) => File.ReadLines(task.Mark.File).Take(task.Mark.Line)
        .Count(line => line.StartsWith("  #", StringComparison.Ordinal));

    private static bool Near(in Occurrence occurrence, DateTimeOffset instant, int before, int after) =>
        occurrence.Due >= instant.AddMinutes(-before) && occurrence.Due < instant.AddMinutes(after);
}

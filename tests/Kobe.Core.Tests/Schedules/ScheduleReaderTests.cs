using Kobe.Core.Markets;
using Kobe.Core.Schedules;
using Kobe.Testing;

namespace Kobe.Core.Tests.Schedules;

public class ScheduleReaderTests
{
    // Every key of the row reference once, none of them at its default.
    private const string Full = """
        zone: America/Chicago
        tasks:
          - id: swing.entry
            run: entries.swing
            args: { symbols: [SPY, QQQ], mode: fast, note: "" }
            about: Swing entries before the close
            tags: [swing, t2]
            at: [close-25m, "09:35"]
            on: [trading-days, sat]
            calendar: xnys
            category: Trading
            kind: ENTRY
            phases: [closing, MARKET_OPEN]
            modes: [ACTIVE_TRADING, monitoring]
            seasons: [FOMC_DAY, turn_of_month]
            when: ["regime.state == bull", "vix < 25.5", "data.fresh != false"]
            needs: [bars.daily < 20h, plan]
            after: [other, { task: third, end: any }]
            priority: high
            timeout: 2m
            retries: 1
            backoff: { base: 10s, cap: 5m }
            grace: 2m
            expires: phase-end
            catch_up: { all: 3 }
            on_unknown: alert
            preemptible: false
            overlap: queue
            once_per_day: true
            max_per_day: 4
            look_back: 8d
            ageing: off
            dst_gap: skip
            dst_overlap: second
            enabled: false
          - { id: other, run: y, on_start: true }
          - { id: third, run: y, whenever: { cooldown: 2h } }
        """;

    [Fact]
    public void Row_HasTheValueOfEveryKey()
    {
        var schedule = ScheduleText.Schedule(Full);
        var settings = TaskSettings.Of(schedule.Find("swing.entry")!);
        Assert.Equal("""
            id = swing.entry (a.yaml:3)
            run = entries.swing (a.yaml:4)
            args = { symbols: [SPY, QQQ], mode: fast, note:  } (a.yaml:5)
            about = Swing entries before the close (a.yaml:6)
            tags = [swing, t2] (a.yaml:7)
            at = [09:35, close-25m] (a.yaml:8)
            zone = America/Chicago (a.yaml:1)
            on = [trading-days, sat] (a.yaml:9)
            calendar = xnys (a.yaml:10)
            category = trading (a.yaml:11)
            kind = entry (a.yaml:12)
            phases = OPENING, MORNING, LUNCH, POWER_HOUR, CLOSING (a.yaml:13)
            modes = MONITORING, ACTIVE_TRADING (a.yaml:14)
            seasons = FOMC_DAY, TURN_OF_MONTH (a.yaml:15)
            when = [regime.state == "bull", vix < 25.5, data.fresh != false] (a.yaml:16)
            needs = [bars.daily < 20h, plan] (a.yaml:17)
            after = [other, { task: third, end: any }] (a.yaml:18)
            priority = 2 (a.yaml:19)
            timeout = 2m (a.yaml:20)
            retries = 1 (a.yaml:21)
            backoff = { base: 10s, cap: 5m } (a.yaml:22)
            grace = 2m (a.yaml:23)
            expires = phase-end (a.yaml:24)
            catch_up = { all: 3 } (a.yaml:25)
            on_unknown = alert (a.yaml:26)
            preemptible = false (a.yaml:27)
            overlap = queue (a.yaml:28)
            once_per_day = true (a.yaml:29)
            max_per_day = 4 (a.yaml:30)
            look_back = 8d (a.yaml:31)
            ageing = off (a.yaml:32)
            dst_gap = skip (a.yaml:33)
            dst_overlap = second (a.yaml:34)
            enabled = false (a.yaml:35)
            """, Shown(settings));
    }

    [Fact]
    public void SilentRow_HasTheDefaultsOfTheProgramAndItsCategory() => Assert.Equal("""
        id = x (a.yaml:3)
        run = y (a.yaml:3)
        args = {} (default)
        about = – (default)
        tags = – (default)
        every = 1h30m (a.yaml:3)
        from = open (a.yaml:3)
        to = end of the date (default)
        zone = America/New_York (a.yaml:1)
        on = any (default)
        calendar = xnys (default)
        category = maintenance (default)
        kind = – (default)
        phases = all (default)
        modes = all (default)
        seasons = all (default)
        when = – (default)
        needs = – (default)
        after = – (default)
        priority = 3 (default)
        timeout = 30s (default)
        retries = 3 (default)
        backoff = { base: 1m, cap: 1h } (default)
        grace = 6h (category)
        expires = 1d (category)
        catch_up = latest (category)
        on_unknown = retry (category)
        preemptible = if effects allow (category)
        overlap = coalesce (default)
        once_per_day = false (default)
        max_per_day = – (default)
        look_back = 1d (default)
        ageing = 10m (default)
        dst_gap = run (default)
        dst_overlap = first (default)
        enabled = true (default)
        """, Shown(TaskSettings.Of(ScheduleText.Row("every: 1h30m, from: open"))));

    [Theory]
    [InlineData("trading, kind: entry, phases: MORNING", "1m30s", "none", "reconcile if the handler can, else alert",
        "false", "the earlier of phase-end and 30m")]
    [InlineData("trading, kind: exit", "5m", "latest", "reconcile if the handler can, else retry", "false",
        "the later of close+15m and 30m")]
    [InlineData("trading, kind: reconcile", "5m", "latest", "reconcile if the handler can, else retry", "false",
        "the later of close+15m and 30m")]
    [InlineData("trading, kind: other", "1m30s", "none", "alert", "false", "the earlier of phase-end and 30m")]
    [InlineData("monitoring", "5m", "latest", "skip", "false", "next-slot")]
    [InlineData("maintenance", "6h", "latest", "retry", "if effects allow", "1d")]
    [InlineData("research", "30m", "latest", "retry", "if effects allow", "the later of phase-end and 4h")]
    [InlineData("learning", "30m", "latest", "retry", "if effects allow", "the later of phase-end and 4h")]
    public void Category_GivesItsDefaults(
        string category, string grace, string catchUp, string onUnknown, string preemptible, string expires)
    {
        var settings = TaskSettings.Of(ScheduleText.Row($"at: \"10:15\", category: {category}"));
        Assert.Equal(
            [grace, expires, catchUp, onUnknown, preemptible],
            settings.Where(setting => setting.From == "category").Select(setting => setting.Value));
    }

    [Fact]
    public void MonitoringStep_IsTheGraceOfItsRow() =>
        Assert.Equal(TimeSpan.FromMinutes(7), ScheduleText.Row("every: 7m, category: monitoring").Grace);

    [Theory]
    [InlineData("critical", 1)]
    [InlineData("high", 2)]
    [InlineData("Normal", 3)]
    [InlineData("low", 4)]
    [InlineData("background", 5)]
    [InlineData("10", 10)]
    public void Priority_IsANumberOrAWord(string text, int priority) =>
        Assert.Equal(priority, ScheduleText.Row($"at: \"10:00\", priority: {text}").Priority);

    [Fact]
    public void Defaults_HoldForRowsThatAreSilent()
    {
        var schedule = ScheduleText.Schedule("""
            defaults: { timeout: 90s, category: monitoring, phases: [MORNING], on: trading-days }
            tasks:
              - { id: a, run: y, at: "10:30" }
              - { id: b, run: y, at: "10:30", timeout: 5s, category: research, on: mon }
            """);
        Assert.Equal((TimeSpan.FromSeconds(90), Category.Monitoring, "trading-days"), Of("a"));
        Assert.Equal((TimeSpan.FromSeconds(5), Category.Research, "mon"), Of("b"));
        Assert.Equal(
            ["timeout = 1m30s (a.yaml:1)", "phases = MORNING (a.yaml:1)", "category = monitoring (a.yaml:1)"],
            Shown(TaskSettings.Of(schedule.Find("a")!).Where(setting =>
                setting.Name is "timeout" or "category" or "phases")).Split('\n').OrderDescending());
        return;

        (TimeSpan, Category, string) Of(string id)
        {
            var task = schedule.Find(id)!;
            return (task.Timeout, task.Category, task.On.ToString());
        }
    }

    // The narrower of two meanings: a phase's own name is the phase, and only the other names are groups.
    [Theory]
    [InlineData("AFTER_HOURS", "AFTER_HOURS")]
    [InlineData("WEEKEND", "WEEKEND")]
    [InlineData("MARKET_OPEN", "OPENING, MORNING, LUNCH, POWER_HOUR")]
    [InlineData("market_close", "CLOSING")]
    public void Phases_TakeThePhaseBeforeTheGroup(string name, string phases) =>
        Assert.Equal(phases, ScheduleText.Row($"every: 10m, phases: {name}").Phases.ToString());

    [Fact]
    public void Rows_AreSortedById_AndFoundByIt()
    {
        var schedule = ScheduleText.Schedule("tasks: [{ id: b, run: y, every: 1h }, { id: a.b, run: y, every: 1h }, "
            + "{ id: a-b, run: y, every: 1h }, { id: a, run: y, every: 1h }]");
        Assert.Equal(["a", "a-b", "a.b", "b"], schedule.Tasks.Select(task => task.Id));
        Assert.Equal("a.b", schedule.Find("a.b")?.Id);
        Assert.Null(schedule.Find("c"));
    }

    [Fact]
    public void Variables_AreReplacedBeforeTyping_AndNamedAsOrigin()
    {
        const string Text = "tasks: [{ id: x, run: y, every: \"${STEP:-60m}\", timeout: \"${LIMIT:-10s}\" }]";
        var task = ScheduleText.Schedule(Text, ("STEP", "20m")).Find("x")!;
        Assert.Equal("every 20m", task.Trigger.ToString());
        Assert.Equal("""
            every = 20m (environment STEP)
            timeout = 10s (a.yaml:1)
            """, Shown(TaskSettings.Of(task).Where(setting => setting.Name is "every" or "timeout")));
    }

    [Fact]
    public void OneErrorInOneFile_RefusesTheWholeSchedule()
    {
        var reading = ScheduleText.Read(
            [("b.yaml", "tasks: [{ id: b, run: y, at: \"25:00\" }]"),
            ("a.yaml", "tasks: [{ id: a, run: y, every: 1h }]")]);
        Assert.Null(reading.Schedule);
        Assert.Equal("b.yaml", Assert.Single(reading.Diagnostics.Items).File);
    }

    [Fact]
    public void SameIdInTwoFiles_NamesBothPlaces()
    {
        var reading = ScheduleText.Read(
            [("b.yaml", "tasks:\n  - { id: a, run: y, every: 1h }"),
            ("a.yaml", "tasks: [{ id: a, run: y, every: 1h }]")]);
        Assert.Equal(
            "b.yaml:2:11: error KOBE2005: The id 'a' is taken: a.yaml:1:15 has it too. "
            + "Give each row a name of its own.",
            Assert.Single(reading.Diagnostics.Items).ToString());
    }

    [Fact]
    public void EmptyFile_IsAnError() => Assert.Equal(
        "a.yaml:1:1: error KOBE2003: The file is empty. Write tasks: [] when there are none yet.",
        Assert.Single(ScheduleText.Read("# nothing\n").Diagnostics.Items).ToString());

    [Fact]
    public void NoFiles_AreAnEmptySchedule() => Assert.Empty(ScheduleText.Read([]).Schedule!.Tasks);

    [Fact]
    public void Reload_CountsARowAsEdited_WhenItFallsDueAtOtherTimes()
    {
        var row = ScheduleText.Row("at: [\"10:00\", open], on: mon");
        Assert.True(row.FallsDueLike(ScheduleText.Row("at: [open, \"10:00\"], on: mon, timeout: 5s, priority: 1")));
        Assert.False(row.FallsDueLike(ScheduleText.Row("at: [\"10:00\", open], on: tue")));
        Assert.False(row.FallsDueLike(ScheduleText.Row("at: [\"10:01\", open], on: mon")));
        Assert.False(row.FallsDueLike(ScheduleText.Row("at: [\"10:00\", open], on: mon", "America/Chicago")));
        Assert.False(row.FallsDueLike(ScheduleText.Row("at: [\"10:00\", open], on: mon, calendar: crypto")));
    }

    [Fact]
    public void Args_BecomeOneJsonObject()
    {
        var row = ScheduleText.Row("every: 1h, args: { n: 5, flag: true, text: 'a \"b\"', list: [1, two], none: [] }");
        Assert.Equal(
            """{"n":"5","flag":"true","text":"a \u0022b\u0022","list":["1","two"],"none":[]}""",
            TaskArguments.Json(row.Args));
    }

    [Fact]
    public void CutRetries_AreExplained()
    {
        var settings = TaskSettings.Of(ScheduleText.Row("every: 10m, expires: 5m"));
        Assert.Equal(
            "Cut: at most 2 fit before it expires, 5m after it is due at the latest.",
            settings.Single(setting => setting.Name == "retries").Note);
    }

    [Fact]
    public void OnceWithAnOffset_IsKnownByItsZonesDateAndTime()
    {
        var once = (Trigger.Once)ScheduleText.Row("once: \"2026-12-01T02:00+09:00\"").Trigger;
        Assert.Equal((Days.Date("2026-11-30"), new TimeOnly(12, 0)), (once.Date, once.Time));
    }

    [Fact]
    public void Policies_AreRead()
    {
        var row = ScheduleText.Row("at: \"02:30\", dst_gap: skip, dst_overlap: second, ageing: off, overlap: queue");
        Assert.Equal(
            (GapPolicy.Skip, OverlapPolicy.Second, null, OverlapRule.Queue),
            (row.DstGap, row.DstOverlap, row.Ageing, row.Overlap));
    }

    private static string Shown(IEnumerable<TaskSetting> settings) =>
        string.Join('\n', settings.Select(setting => $"{setting.Name} = {setting.Value} ({setting.From})"));
}

using System.Runtime.Versioning;
using System.Text.Json;
using Kobe.Contracts;
using Kobe.Core.Runs;
using Kobe.Plugins.Monitoring.Changes;
using Kobe.Plugins.Monitoring.Coverage;
using Kobe.Plugins.Monitoring.Failures;
using Kobe.Plugins.Monitoring.Held;
using Kobe.Plugins.Monitoring.Lateness;
using Kobe.Plugins.Monitoring.Looks;
using Kobe.Plugins.Monitoring.Restarts;
using Kobe.Plugins.Monitoring.Retries;
using Kobe.Plugins.Monitoring.Skips;
using Kobe.Plugins.Monitoring.Slowdowns;
using Kobe.Plugins.Monitoring.Utilisation;

namespace Kobe.Tests.Monitoring;

/// <summary>The looks at the journal, on one that the brain's own writer made.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class JournalLookTests : IDisposable
{
    private const string Seen = "seen";
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly StateFolder state = new();
    private readonly Attempt attempt = new();
    private readonly Story story = new();

    public JournalLookTests() => state.Rows(
        "sell trading exit", "buy trading entry", "books trading reconcile", "scan research", "disk monitoring", "backup maintenance");

    private static DateTimeOffset Now => Attempt.Now;

    public void Dispose() => state.Dispose();

    [Fact]
    public void Lateness_IsOfTheGroupAndTheHours_AndToldOnce()
    {
        story.Run("sell", Now.AddHours(-2), late: 90).Run("sell", Now.AddMinutes(-50), late: 1)
            .Run("sell", Now.AddMinutes(-40), late: 25).Run("scan", Now.AddMinutes(-30), late: 600);
        var arguments = new LatenessArguments(
            Seen, TaskGroup.Exits, Over: TimeSpan.FromHours(1), Limit: TimeSpan.FromSeconds(20), Tell: Telling.Critical,
            State: state.Root);

        var seen = See(new LatenessHandler(), arguments);
        Assert.Equal("""{"ok":false,"open":["late"],"starts":2,"p50_ms":1000,"share_ms":25000,"max_ms":25000}""", Part(seen, 6));
        Assert.Equal("sell@2026-11-20T08:55", seen.GetProperty("latest").GetString());
        Assert.Single(attempt.Discoveries);
        Assert.StartsWith("watch: 99 % of 2 starts were up to 25 s late", Assert.Single(attempt.Notices), StringComparison.Ordinal);

        See(new LatenessHandler(), arguments);
        Assert.Single(attempt.Notices);
        Assert.True(See(new LatenessHandler(), arguments with { Limit = TimeSpan.FromSeconds(25) }).GetProperty("ok").GetBoolean());
        See(new LatenessHandler(), arguments);
        Assert.Equal(2, attempt.Notices.Count);
    }

    [Fact]
    public void Failures_AreAShareOfTheEnds_WithTheTaskThatHasMost()
    {
        for (var minute = 1; minute <= 7; minute++)
        {
            story.Run("scan", Now.AddMinutes(-minute));
        }

        story.Run("buy", Now.AddHours(-1), end: FinalState.Failed, said: "the broker said no")
            .Closed("buy", Now.AddHours(-2), FinalState.Expired, "lag 2m").Run("disk", Now.AddHours(-30), end: FinalState.Failed);
        var arguments = new FailuresArguments(Seen, Over: Day, State: state.Root);

        var seen = See(new FailuresHandler(), arguments);
        Assert.Equal("""{"ok":false,"open":["share"],"ends":9,"count":1,"percent":11.11}""", Part(seen, 5));
        Assert.Contains("Most: buy (1): the broker said no.", attempt.Discoveries[0].Title, StringComparison.Ordinal);
        Assert.True(Ok(new FailuresHandler(), arguments with { Limit = 12 }));
        Assert.True(Ok(new FailuresHandler(), arguments with { Group = TaskGroup.Research }));
        Assert.Equal(1, See(new FailuresHandler(), arguments with { Outcomes = ["expired", "missed"] }).GetProperty("count").GetInt32());
        Assert.Contains("which is no final state", Fatal(new FailuresHandler(), arguments with { Outcomes = ["broken"] }), StringComparison.Ordinal);
        Assert.StartsWith("Nothing of these tasks ended", attempt.Skip(new FailuresHandler(), arguments with { Group = TaskGroup.Learning }), StringComparison.Ordinal);
    }

    [Fact]
    public void Slowdown_IsTheMiddleRunAgainstTheDaysBefore()
    {
        for (var day = 2; day <= 6; day++)
        {
            story.Run("scan", Now.AddDays(-day), ms: 100).Run("backup", Now.AddDays(-day).AddSeconds(30), ms: 1000);
        }

        for (var hour = 1; hour <= 5; hour++)
        {
            story.Run("scan", Now.AddHours(-hour), ms: hour == 5 ? 9000 : 300).Run("backup", Now.AddHours(-hour).AddSeconds(30), ms: 1500);
        }

        var seen = See(new SlowdownHandler(), new SlowdownArguments(Seen, State: state.Root));

        Assert.Equal("""[{"task":"scan","before_ms":100,"now_ms":300}]""", seen.GetProperty("slower").GetRawText());
        Assert.Equal(2, seen.GetProperty("compared").GetInt32());
        Assert.StartsWith("No task has 6 runs", attempt.Skip(new SlowdownHandler(), new SlowdownArguments(Seen, Samples: 6, State: state.Root)), StringComparison.Ordinal);
    }

    [Fact]
    public void Skip_StandsOnlyWhenEachOfTheLastDatesHadNothingElse()
    {
        foreach (var day in new[] { 1, 2, 3 })
        {
            var due = Now.AddDays(-day);
            story.Closed("scan", due, FinalState.Skipped, "need: bars.daily was never published")
                .Closed("buy", due, FinalState.Skipped, "filter: phases")
                .Closed("books", due, FinalState.Skipped, "need: plan.today was never published");
        }

        story.Run("books", Now.AddDays(-2).AddHours(1));
        story.Run("disk", Now.AddDays(-1), end: FinalState.Skipped, said: "No brain has run.");
        var arguments = new SkipArguments(Seen, State: state.Root);

        var seen = See(new SkipHandler(), arguments);
        Assert.Equal("""["scan"]""", seen.GetProperty("open").GetRawText());
        Assert.Equal("""["disk"]""", See(new SkipHandler(), arguments with { Days = 1, Reasons = ["No brain"] }).GetProperty("open").GetRawText());
        Assert.Equal("""["buy"]""", See(new SkipHandler(), arguments with { Reasons = ["filter"] }).GetProperty("open").GetRawText());
    }

    [Fact]
    public void HeldRun_WaitsUntilAPersonResolvesIt_WithTheCommand()
    {
        var (one, other) = (Story.Key("buy", Now.AddHours(-3)), Story.Key("sell", Now.AddHours(-2)));
        foreach (var key in new[] { one, other })
        {
            story.Tell(
                new RunEvent.Queued(Now.AddHours(-3), key, Now.AddHours(-3), Now, 1), new RunEvent.Started(Now.AddHours(-3), key, 1, 1),
                new RunEvent.Ended(Now.AddHours(-3), key, 1, 1, RunResult.Unknown, NextStep.Held, 5, null, "killed at the limit"));
        }

        story.Tell(new RunEvent.Resolved(Now.AddHours(-1), other, Resolution.Done, "cli:ann", "it was filled"));
        var arguments = new HeldArguments(Seen, Over: Day, State: state.Root);

        var seen = See(new HeldHandler(), arguments);
        Assert.Equal($"[\"{one}\"]", seen.GetProperty("open").GetRawText());
        Assert.Contains($"since 3 h 0 m: killed at the limit (kobe resolve {one} done|rerun|drop", attempt.Discoveries[0].Title, StringComparison.Ordinal);
        Assert.True(Ok(new HeldHandler(), arguments with { Older = TimeSpan.FromHours(4) }));
        Assert.True(Ok(new HeldHandler(), arguments with { Group = TaskGroup.Exits }));
    }

    [Fact]
    public void Quarantine_IsReadFromTheView_AndDatedByTheJournal()
    {
        state.Write("scheduler_state.json", """{"tasks":{"scan":{"quarantine":"crashed twice"},"old":{"quarantine":"crashed twice"},"buy":{"quarantine":null}}}""");
        story.Run("scan", Now.AddHours(-9)).Tell(new RunEvent.Quarantined(Now.AddHours(-8), "scan", "crashed twice"));

        var seen = See(new HeldHandler(), new HeldArguments(Seen, What: HeldSide.Quarantine, Over: Day, State: state.Root));

        Assert.Equal(2, seen.GetProperty("count").GetInt32());
        Assert.Contains(attempt.Discoveries, found => found.Title.StartsWith("scan waits for you since 8 h 0 m", StringComparison.Ordinal));
        Assert.Contains(attempt.Discoveries, found => found.Title.StartsWith("old waits for you for more than 1 d", StringComparison.Ordinal));
    }

    [Fact]
    public void Coverage_FindsWhatHasNoEnd_OnceItsTimeIsOver()
    {
        var yesterday = Now.AddDays(-1);
        var open = Story.Key("scan", yesterday);
        story.Run("buy", yesterday).Closed("sell", yesterday, FinalState.Skipped, "halted")
            .Tell(new RunEvent.Queued(yesterday, open, yesterday, yesterday.AddHours(4), 3))
            .Tell(new RunEvent.Queued(yesterday, Story.Key("backup", yesterday), yesterday, Now.AddHours(9), 3))
            .Run("disk", Now.AddHours(-1));

        var seen = See(new CoverageHandler(), new CoverageArguments(Seen, State: state.Root));

        Assert.Equal($$"""{"ok":false,"open":["{{open}}"],"date":"2026-11-19","planned":4}""", Part(seen, 4));
        Assert.Equal("""{"skipped":1,"succeeded":1}""", seen.GetProperty("final").GetRawText());
        Assert.Equal((2, 4, 6), (seen.GetProperty("pending").GetInt32(), seen.GetProperty("tasks").GetInt32(), seen.GetProperty("enabled").GetInt32()));
        Assert.True(Ok(new CoverageHandler(), new CoverageArguments(Seen, TaskGroup.Maintenance, State: state.Root)));
    }

    [Fact]
    public void Utilisation_IsTheBusyShareOfTheStretch()
    {
        story.Run("scan", Now.AddMinutes(-30), ms: 900_000).Run("disk", Now.AddMinutes(-10), ms: 60_000);
        var arguments = new UtilisationArguments(Seen, Over: TimeSpan.FromHours(1), Limit: 30, State: state.Root);

        var seen = See(new UtilisationHandler(), arguments);

        Assert.Equal((26.667, 960_000L), (seen.GetProperty("percent").GetDouble(), seen.GetProperty("busy_ms").GetInt64()));
        Assert.True(seen.GetProperty("ok").GetBoolean());
        Assert.False(Ok(new UtilisationHandler(), arguments with { Limit = 26 }));
        // The session began five minutes ago: what ended in it had begun before.
        Assert.Equal("That time of the date has not begun.", attempt.Skip(new UtilisationHandler(), arguments with { Stretch = Stretch.Evening }));
    }

    [Fact]
    public void Restarts_KnowAnOrderlyStopFromACrash_AndTheTimeBetween()
    {
        story.Tell(new RunEvent.Booted(Now.AddHours(-10), 1, "0.1.0", 6)).Run("disk", Now.AddHours(-9))
            .Tell(new RunEvent.Stopped(Now.AddHours(-8), "SIGTERM"), new RunEvent.Booted(Now.AddHours(-7), 2, "0.1.0", 7))
            .Run("disk", Now.AddHours(-6)).Tell(new RunEvent.Booted(Now.AddHours(-5), 3, "0.1.0", 8));
        var arguments = new RestartArguments(Seen, Over: TimeSpan.FromHours(9.5), Limit: 1, Down: TimeSpan.FromHours(3), State: state.Root);

        var seen = See(new RestartHandler(), arguments);

        Assert.Equal((2, 1), (seen.GetProperty("starts").GetInt32(), seen.GetProperty("unclean").GetInt32()));
        Assert.InRange(seen.GetProperty("down_seconds").GetInt32(), 7199, 7200);
        Assert.Equal("""["starts"]""", seen.GetProperty("open").GetRawText());
        Assert.Equal("""["down"]""", See(new RestartHandler(), arguments with { Limit = 2, Down = TimeSpan.FromHours(1) }).GetProperty("open").GetRawText());
    }

    [Fact]
    public void Retry_IsASuccessThatNeededAnotherAttempt()
    {
        story.Run("scan", Now.AddHours(-3), failures: 2).Run("scan", Now.AddHours(-2), failures: 1).Run("disk", Now.AddHours(-1));

        var seen = See(new RetryHandler(), new RetryArguments(Seen, Over: Day, Least: 2, State: state.Root));

        Assert.Equal("""{"ok":false,"open":["retried"],"successes":3,"retried":2,"tasks":[{"task":"scan","count":2,"last":"not yet"}]}""", seen.GetRawText());
        Assert.True(Ok(new RetryHandler(), new RetryArguments(Seen, Over: Day, Least: 3, State: state.Root)));
    }

    [Fact]
    public void Changes_AreListedWithWhoAndWhy()
    {
        story.Run("disk", Now.AddHours(-4)).Tell(
            new RunEvent.Control(Now.AddHours(-3), ControlVerb.Halt, "trading", "telegram:42", "news"),
            new RunEvent.Control(Now.AddHours(-2), ControlVerb.Disable, "scan", "cli:ann", "it errs"));
        var arguments = new ChangeArguments(Seen, Over: Day, Limit: 1, State: state.Root);

        var seen = See(new ChangeHandler(), arguments);

        Assert.Equal("""{"disable":1,"halt":1}""", seen.GetProperty("verbs").GetRawText());
        Assert.Contains("The last: disable scan by cli:ann (it errs).", attempt.Discoveries[0].Title, StringComparison.Ordinal);
        Assert.Equal(1, See(new ChangeHandler(), arguments with { Verbs = ["halt"] }).GetProperty("count").GetInt32());
        Assert.Equal("Nobody changed anything of that kind.", attempt.Skip(new ChangeHandler(), arguments with { Verbs = ["flatten"] }));
    }

    // The place of an hour is found among many lines without reading them all, and no line of it is lost.
    [Theory]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(333)]
    public void Window_HasEveryLineOfIt_InALongJournal(int minutes)
    {
        for (var minute = 1; minute <= 1_200; minute++)
        {
            story.Run("scan", Now.AddMinutes(-minute).AddSeconds(1), said: minute % 7 == 0 ? new string('x', 900) : null);
        }

        var result = Run(new FailuresHandler(), new FailuresArguments(Seen, Over: TimeSpan.FromMinutes(minutes), State: state.Root));

        Assert.Equal(minutes, result.Facts[0].Value.GetProperty("ends").GetInt32());
        Assert.InRange(result.Evidence.Counts["lines"], minutes * 3, (minutes * 3) + 150);
    }

    [Fact]
    public void TornLine_AndAMissingView_AreNoFailure()
    {
        story.Run("disk", Now.AddMinutes(-1));
        Write();
        File.AppendAllText(state.NewestDay, "{\"seq\":99,\"at\":\"2026-11-20T14:34");

        Assert.Equal(1, See(new FailuresHandler(), new FailuresArguments(Seen, Over: Day, State: state.Root)).GetProperty("ends").GetInt32());
        File.Delete(state.At("tasks.json"));
        Assert.Contains("tasks.json is not there", attempt.Skip(new FailuresHandler(), new FailuresArguments(Seen, Over: Day, State: state.Root)), StringComparison.Ordinal);
        Assert.Contains("it lies between 1m and 62d", Fatal(new FailuresHandler(), new FailuresArguments(Seen, State: state.Root)), StringComparison.Ordinal);
    }

    private JsonElement See(ITaskHandler handler, object arguments) => Assert.Single(Run(handler, arguments).Facts).Value;

    private bool Ok(ITaskHandler handler, object arguments) => See(handler, arguments).GetProperty("ok").GetBoolean();

    private string Fatal(ITaskHandler handler, object arguments) => Assert.IsType<TaskResult.Fatal>(attempt.Run(handler, arguments)).Error;

    private TaskResult.Succeeded Run(ITaskHandler handler, object arguments)
    {
        Write();
        var result = attempt.Succeed(handler, arguments);
        Assert.NotEmpty(result.Evidence.Counts);
        return result;
    }

    private void Write()
    {
        if (!Directory.Exists(state.Journal))
        {
            state.Append(story.Events);
        }
    }

    private static string Part(JsonElement value, int members) =>
        "{" + string.Join(',', value.EnumerateObject().Take(members).Select(member => $"\"{member.Name}\":{member.Value.GetRawText()}")) + "}";
}

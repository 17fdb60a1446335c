using System.Text.Json;
using Kobe.Core.Runs;
using Kobe.EndToEnd.Tests.Brain;

namespace Kobe.EndToEnd.Tests.Schedules;

/// <summary>Reading commands know what has happened, also while a brain runs, and do without where they can't.</summary>
public sealed class JournalKnownTests
{
    private static readonly string[] Rows =
        ["id: t, run: zoo.ok, at: \"10:05\"", "id: off, run: zoo.ok, at: \"10:06\"", "id: bad, run: zoo.fatal, at: \"10:05\""];

    [Fact]
    public async Task Plan_ShowsWhatBecameOfTheDay()
    {
        using var home = new Home(Rows[..2]).PlannedUpTo("2026-11-20T15:00:00Z");
        await home.Once("2026-11-20T15:05:01Z");
        var plan = JsonDocument.Parse((await home.Run("plan --date 2026-11-20 --json")).ShouldWork().Output).RootElement;
        var told = plan.GetProperty("occurrences").EnumerateArray().Select(row =>
            $"{row.GetProperty("task")} {row.GetProperty("decision")} {row.GetProperty("journalled")} {row.GetProperty("state")} {row.GetProperty("reason")}");

        Assert.Equal(["t run True succeeded succeeded", "off run False  due"], told);
    }

    [Fact]
    public async Task ADisabledTask_IsNotAmongTheNext_AlsoBesideARunningBrain()
    {
        using var home = new Home(Rows[..2]);
        var at = TimeProvider.System.GetUtcNow().AddMinutes(-1);
        home.Journal.Write(
            new RunEvent.Booted(at, 1, "0", 1), new RunEvent.Planned(at, at),
            new RunEvent.Control(at, ControlVerb.Disable, "off", "ann", "too loud"));
        using var brain = home.StartReady();
        var next = (await home.Run("next 4")).ShouldWork().Output;
        var tasks = (await home.Run("tasks")).ShouldWork().Output;
        var explained = (await home.Run("explain off")).ShouldWork().Output;

        Assert.DoesNotContain(" off ", next, StringComparison.Ordinal);
        Assert.Contains(" t ", next, StringComparison.Ordinal);
        Assert.Contains(" disabled by ann", tasks, StringComparison.Ordinal);
        Assert.Contains("would not run: disabled by ann", explained, StringComparison.Ordinal);
        Assert.Equal(0, brain.Stop());
    }

    [Theory]
    // task  asked at               its last run
    [InlineData("bad", "2026-11-20T15:06:00Z", "bad@2026-11-20T10:05 1 failed")]
    [InlineData("t",   "2026-11-20T15:06:00Z", "t@2026-11-20T10:05 1 succeeded")]
    [InlineData("off", "2026-11-20T15:06:00Z", null)]
    [InlineData("t",   "2026-11-20T15:05:00Z", null)]
    public async Task Explain_TellsOfTheLastRuns(string task, string at, string? run)
    {
        using var home = new Home(Rows).PlannedUpTo("2026-11-20T15:00:00Z");
        await home.Once("2026-11-20T15:05:01Z");
        var runs = JsonDocument.Parse((await home.Run($"explain {task} --at {at} --json")).ShouldWork().Output)
            .RootElement.GetProperty("lastRuns").EnumerateArray().Select(told =>
                $"{told.GetProperty("key").GetString()} {told.GetProperty("attempt")} {told.GetProperty("outcome").GetString()}");
        var text = (await home.Run($"explain {task} --at {at}")).ShouldWork().Output;

        Assert.Equal(run is null ? [] : [run], runs);
        Assert.Equal(run is not null, text.Contains("last run", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ADamagedJournal_IsNamed_AndTheAnswerGoesWithoutIt()
    {
        using var home = new Home(Rows[..2]).PlannedUpTo("2026-11-20T15:00:00Z");
        await home.Once("2026-11-20T15:05:01Z");
        var file = home.Journal.LastFile();
        var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        lines[1] = lines[1].Replace("2026", "2027", StringComparison.Ordinal);
        await File.WriteAllLinesAsync(file, lines, TestContext.Current.CancellationToken);
        foreach (var checkpoint in Directory.GetFiles(Path.GetDirectoryName(file)!, "checkpoint-*"))
        {
            File.Delete(checkpoint);
        }

        var result = await home.Run("next 2");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains(":2:", result.Error, StringComparison.Ordinal);
        Assert.Contains("can't be read, so nothing is known of what has happened.", result.Error, StringComparison.Ordinal);
    }
}

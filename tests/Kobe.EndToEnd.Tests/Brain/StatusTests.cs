using System.Text.Json;
using Kobe.Core.Runs;

namespace Kobe.EndToEnd.Tests.Brain;

/// <summary>What people and programs see of the brain: kobe --status, and the files it leaves.</summary>
public sealed class StatusTests
{
    private static readonly string[] Views =
    [
        "heartbeat.json", "scheduler_state.json", "task_queue.json", "brain_state.json", "discoveries.json",
        "facts/zoo.echo.json", "format.json",
    ];

    [Fact]
    public async Task Status_TellsOfTheRunningBrain_AndAfterwardsOfWhatItLeft()
    {
        using var home = Talking();
        using var brain = Finished(home);
        var live = await home.Run("status --json");
        var words = await home.Run("--status");
        File.Delete(home.InState("kobe.lock"));
        var unlocked = await home.Run("status --json");
        Assert.Equal(0, brain.Stop());
        var left = await home.Run("status --json");

        using var status = JsonDocument.Parse(live.ShouldWork().Output);
        Assert.True(status.RootElement.GetProperty("running").GetBoolean());
        Assert.Equal(brain.Pid, status.RootElement.GetProperty("pid").GetInt32());
        Assert.Equal(2, status.RootElement.GetProperty("schedule").GetProperty("tasks").GetInt32());
        Assert.Equal(2, status.RootElement.GetProperty("today").GetProperty("succeeded").GetInt32());
        Assert.Contains($"running, pid {brain.Pid}", words.ShouldWork().Output, StringComparison.Ordinal);

        // Somebody took the lock file away: the brain holds its directory, too.
        using var still = JsonDocument.Parse(unlocked.ShouldWork().Output);
        Assert.True(still.RootElement.GetProperty("running").GetBoolean());

        using var after = JsonDocument.Parse(left.Output);
        Assert.Equal(1, left.ExitCode);
        Assert.NotEqual("", left.Error);
        Assert.False(after.RootElement.GetProperty("running").GetBoolean());
        Assert.Equal(2, after.RootElement.GetProperty("today").GetProperty("succeeded").GetInt32());
    }

    [Fact]
    public async Task Status_WithoutAStateDirectory_SaysSo_AndMakesNone()
    {
        using var home = Talking();
        var result = await home.Run("status --json");

        Assert.Equal(1, result.ExitCode);
        Assert.False(Directory.Exists(home.State));
    }

    [Fact]
    public async Task Status_AfterAKill9_IsNotTakenInByWhatIsLeft()
    {
        using var home = Talking();
        using var brain = Finished(home);
        brain.Kill();
        Assert.True(File.Exists(home.InState("brain.json")));
        var result = await home.Run("status --json");

        using var status = JsonDocument.Parse(result.Output);
        Assert.Equal((1, false), (result.ExitCode, status.RootElement.GetProperty("running").GetBoolean()));
    }

    [Fact]
    public void Views_AreJsonThatAPersonCanRead_AndNobodyElses()
    {
        using var home = Talking();
        using var brain = Finished(home);
        Wait.Until("all views", () => Views.All(view => File.Exists(home.InState(view))));
        Assert.Equal(0, brain.Stop());

        foreach (var view in Views)
        {
            var text = File.ReadAllText(home.InState(view));
            using var document = JsonDocument.Parse(text);
            Assert.Equal(JsonValueKind.Object, document.RootElement.ValueKind);
            Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        }

        Assert.All(
            Directory.GetFiles(home.State, "*", SearchOption.AllDirectories),
            file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
        Assert.All(
            Directory.GetDirectories(home.State, "*", SearchOption.AllDirectories).Append(home.State),
            folder => Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
                File.GetUnixFileMode(folder)));
    }

    private static Home Talking() => new Home(
            "id: talks, run: zoo.talks, at: \"10:05\"", "id: echo, run: zoo.echo, at: \"10:05\", args: { text: hello }")
        .Configured("heartbeat: 1s");

    private static RunningBrain Finished(Home home)
    {
        home.PlannedUpTo("2026-11-20T15:00:00Z");
        var brain = home.StartReady(("KOBE_TEST_CLOCK", "2026-11-20T15:05:01Z"));
        brain.WaitFor<RunEvent.Ended>(ended => ended.Key.Task == "talks");
        brain.WaitFor<RunEvent.Ended>(ended => ended.Key.Task == "echo");
        Wait.Until("view of both", () => brain.Get("/api/v1/status").Body
            .GetProperty("today").GetProperty("succeeded").GetInt32() == 2);
        Wait.Until("file of both", () => File.Exists(home.InState("brain_state.json"))
            && File.ReadAllText(home.InState("brain_state.json")).Contains("\"succeeded\": 2"));
        return brain;
    }
}

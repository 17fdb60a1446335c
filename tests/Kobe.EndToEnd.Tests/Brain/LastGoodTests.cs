using System.Text.Json;

namespace Kobe.EndToEnd.Tests.Brain;

/// <summary>A bad schedule keeps a brain from starting, unless it may start on the last good one.</summary>
public sealed class LastGoodTests
{
    private const string Good = "id: t, run: zoo.ok, at: \"10:05\"";
    private const string Bad = "id: t, run: zoo.ok, at: \"25:05\"";

    [Fact]
    public async Task BadSchedule_StartsOnTheLastGoodOne_DegradedAndWithAnAlert()
    {
        using var home = new Home(Good);
        await home.Once("2026-11-20T12:00Z");
        var hash = home.Journal.Fold().Loads[^1].Hash;
        home.Schedule(Bad, "id: u, run: zoo.ok, at: \"99:05\"");

        var refused = await home.Run("run --urls http://127.0.0.1:0");
        using var brain = new RunningBrain(home, ["run", "--last-good", "--plugins", "plugins", "--urls", "http://127.0.0.1:0"], []);
        brain.WaitReady();
        var health = brain.Get("/health").Body;

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("rows.yaml:2:", refused.Error, StringComparison.Ordinal);
        Assert.Contains("rows.yaml:3:", refused.Error, StringComparison.Ordinal);
        Assert.Equal("degraded", health.GetProperty("status").GetString());
        brain.WaitForWords("SCHEDULE: The schedule in 'schedule' is refused, and the last good one is in force");
        brain.WaitForWords("rows.yaml:3:");
        Assert.Equal(0, brain.Stop());

        // Under the names that its files had: to the journal it is the same schedule, and nothing was edited.
        Assert.Equal(hash, home.Journal.Fold().Loads[^1].Hash);
        Assert.Single(home.Journal.Fold().Loads);
    }

    [Fact]
    public async Task GoodSchedule_IsKept_ForItsOwnerOnly_AndReplacedByTheNext()
    {
        using var home = new Home(Good);
        await home.Once("2026-11-20T12:00Z");
        var first = Kept(home);
        home.Schedule(Good, "id: u, run: zoo.ok, at: \"11:05\"");
        await home.Once("2026-11-20T12:01Z");
        var second = Kept(home);

        Assert.NotEqual(first, second);
        Assert.Single(Directory.GetDirectories(home.InState("schedule.last-good")));
        Assert.Equal(File.ReadAllText(home.ScheduleFile), File.ReadAllText(second));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, Mode(second));
    }

    [Theory]
    [InlineData("edited", "is damaged, so there is none to start on: its files are not what was kept.")]
    [InlineData("torn",   "is damaged, so there is none to start on: ")]
    [InlineData("gone",   "No last good schedule is kept in 'state' to start on.")]
    public async Task DamagedCopy_IsNoticed(string how, string words)
    {
        using var home = new Home(Good);
        await home.Once("2026-11-20T12:00Z");
        if (how == "edited")
        {
            await File.AppendAllTextAsync(Kept(home), "# later\n", TestContext.Current.CancellationToken);
        }
        else if (how == "torn")
        {
            await File.WriteAllTextAsync(home.InState("schedule.last-good", "last-good.json"), "{\"hash\":", TestContext.Current.CancellationToken);
        }
        else
        {
            Directory.Delete(home.InState("schedule.last-good"), recursive: true);
        }

        home.Schedule(Bad);
        var result = await home.Run("run --last-good --urls http://127.0.0.1:0");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(words, result.Error, StringComparison.Ordinal);
    }

    private static string Kept(Home home)
    {
        var folder = home.InState("schedule.last-good");
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "last-good.json")));
        return Path.Combine(folder, document.RootElement.GetProperty("rows")[0].GetProperty("file").GetString()!);
    }

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static UnixFileMode Mode(string path) => File.GetUnixFileMode(path);
}

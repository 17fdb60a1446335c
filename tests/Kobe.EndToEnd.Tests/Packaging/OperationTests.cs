using System.Text.Json;
using Kobe.Core.Runs;
using Kobe.EndToEnd.Tests.Brain;
using Kobe.EndToEnd.Tests.Support;

namespace Kobe.EndToEnd.Tests.Packaging;

/// <summary>What an operator runs beside the brain: health, doctor, backup, restore.</summary>
[Collection(Alone.Name)]
public sealed class OperationTests
{
    [Fact]
    public async Task Health_IsAnExitCode()
    {
        using var home = new Home("id: a, run: zoo.ok, every: 5m");
        Assert.Equal(1, (await Kobe(home, "health")).ExitCode);

        using var brain = home.StartReady();
        var healthy = (await Kobe(home, "health")).ShouldWork();
        brain.Stop();

        Assert.StartsWith("healthy\nlive", healthy.Output);
        Assert.Equal(1, (await Kobe(home, "health", "--json")).ExitCode);
    }

    [Fact]
    public async Task Doctor_FindsWhatIsWrong_AndWhatMendsIt()
    {
        using var home = new Home("id: a, run: zoo.ok, every: 5m").Configured("telegram: { chats: [42] }", "urls: http://127.0.0.1:0");
        var result = await Kobe(home, "doctor", "--json", "--plugins", "plugins");

        Assert.Equal(1, result.ExitCode);
        using var document = JsonDocument.Parse(result.Output);
        var findings = document.RootElement.GetProperty("findings").EnumerateArray()
            .ToLookup(finding => finding.GetProperty("name").GetString(), finding => finding.GetProperty("verdict").GetString());
        Assert.Equal("ok", Assert.Single(findings["schedule"]));
        Assert.Equal("ok", Assert.Single(findings["plugins"]));
        Assert.Contains("bad", findings["channel"]);
        Assert.Contains("TELEGRAM_BOT_TOKEN is not set", result.Output);
    }

    [Fact]
    public async Task Backup_OfARunningBrain_CanBeRestored_AndRunOn()
    {
        using var home = new Home("id: a, run: zoo.ok, at: \"10:05\"").PlannedUpTo("2026-11-20T15:00:00Z");
        using (var brain = home.StartReady(("KOBE_TEST_CLOCK", "2026-11-20T15:05:01Z")))
        {
            brain.WaitFor<RunEvent.Ended>();
            (await Kobe(home, "backup", "kobe.tar.gz")).ShouldWork();
            Assert.Equal(3, (await Kobe(home, "restore", "kobe.tar.gz", "--force")).ExitCode);
            brain.Stop();
        }

        var whole = (await Kobe(home, "restore", "kobe.tar.gz", "--verify")).ShouldWork();
        (await Kobe(home, "restore", "kobe.tar.gz")).ShouldRefuse();
        (await Kobe(home, "restore", "kobe.tar.gz", "--force")).ShouldWork();
        using var again = home.StartReady(("KOBE_TEST_CLOCK", "2026-11-20T15:10:00Z"));

        Assert.Contains("whole", whole.Output);
        Assert.Equal(1, again.Journal.Events.OfType<RunEvent.Started>().Count(started => started.Key.Task == "a"));
        Assert.Equal(0, again.Stop());
    }

    private static Task<KobeResult> Kobe(Home home, params string[] arguments) =>
        KobeProcess.Run(home.Root, [], arguments);
}

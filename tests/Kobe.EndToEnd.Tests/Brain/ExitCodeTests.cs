using System.Net;
using System.Net.Sockets;
using Kobe.Core.Runs;

namespace Kobe.EndToEnd.Tests.Brain;

/// <summary>Why a brain does not start, by its exit code and a sentence.</summary>
public sealed class ExitCodeTests
{
    private const string Row = "id: t, run: zoo.ok, at: \"10:05\"";

    [Theory]
    // row                                                   what is said
    [InlineData("id: t, run: zoo.ok, at: \"25:05\"", "KOBE")]
    [InlineData("id: t, run: zoo.nobody, at: \"10:05\"", "No plugin has the handler 'zoo.nobody'")]
    [InlineData("id: t, run: zoo.ok, at: \"10:05\", args: { loudly: true }", "loudly")]
    [InlineData("id: t, run: zoo.echo, at: \"10:05\"", "text")]
    public async Task BadSchedule_Is2_AndNothingRuns(string row, string words)
    {
        using var home = new Home(row);
        var result = await home.Run("run --urls http://127.0.0.1:0");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(words, result.Error, StringComparison.Ordinal);
        Assert.Contains("rows.yaml:2:", result.Error, StringComparison.Ordinal);
        Assert.Empty(home.Journal.Events);
        Assert.Empty(home.Processes());
    }

    [Fact]
    public async Task BadConfiguration_Is2_AndNothingIsMade()
    {
        using var home = new Home(Row).Configured("drain: soon");
        var result = await home.Run("run");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("kobe.yaml:1:", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(home.State));
    }

    [Fact]
    public void PortInUse_Is1()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var home = new Home(Row);
        using var brain = home.StartWith("--urls", $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

        Assert.Equal(1, brain.WaitExit());
        Assert.Contains("Another program listens on", brain.Said, StringComparison.Ordinal);
        Assert.Empty(home.Processes());
    }

    [Fact]
    public async Task CorruptMiddle_Is2_AndNamesTheLine_AndLeavesItAsItWas()
    {
        using var home = new Home(Row).PlannedUpTo("2026-11-20T15:00:00Z");
        await home.Once("2026-11-20T15:05:01Z");
        var file = home.Journal.LastFile();
        var lines = File.ReadAllLines(file);
        lines[2] = lines[2].Replace("booted", "bootee", StringComparison.Ordinal);
        File.WriteAllLines(file, lines);
        foreach (var checkpoint in Directory.GetFiles(home.InState("journal"), "checkpoint-*"))
        {
            File.Delete(checkpoint);
        }

        var result = await home.Run("run --urls http://127.0.0.1:0");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(".jsonl:3:1: error KOBE5", result.Error, StringComparison.Ordinal);
        Assert.Equal(lines, File.ReadAllLines(file));
        Assert.Empty(home.Processes());
    }

    [Fact]
    public async Task TornTail_IsCut_AndTheBrainStarts()
    {
        using var home = new Home(Row).PlannedUpTo("2026-11-20T15:00:00Z");
        await home.Once("2026-11-20T15:05:01Z");
        home.Journal.TearLastLine();
        using var brain = home.StartReady(("KOBE_TEST_CLOCK", "2026-11-20T15:06:00Z"));

        Assert.Equal(0, brain.Stop());
        Assert.Equal(FinalState.Succeeded, home.Journal.Fold().RunsOf("t", new(2026, 11, 20))[0].Final);
    }

    // A row that ran once must not keep the brain from coming up again, for ever, at night.
    [Fact]
    public async Task RestartAfterAOnceRowHasPassed_IsNoError()
    {
        using var home = new Home("id: t, run: zoo.ok, once: \"2026-11-20T10:05:00\"");
        await home.Once("2026-11-20T15:04:00Z");
        var due = await home.Once("2026-11-20T15:05:01Z");
        var after = await home.Once("2026-11-21T15:05:01Z");

        Assert.True((due.ExitCode, after.ExitCode) == (0, 0), due.Error + after.Error);
        var run = Assert.Single(home.Journal.Fold().RunsOf("t", new(2026, 11, 20)));
        Assert.Equal((FinalState.Succeeded, 1), (run.Final, run.Starts));
    }

    [Fact]
    public async Task OnceRowThatHasPassed_Is2_WhenItIsNew()
    {
        using var home = new Home(Row);
        await home.Once("2026-11-20T15:04:00Z");
        home.Schedule(Row, "id: u, run: zoo.ok, once: \"2026-11-20T10:00:00\"");
        var result = await home.Once("2026-11-20T15:05:01Z");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("its time has passed", result.Error, StringComparison.Ordinal);
    }
}

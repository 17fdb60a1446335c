using System.Text.Json;
using Kobe.Core.Runs;

namespace Kobe.EndToEnd.Tests.Brain;

/// <summary>One cycle, as a process: what it runs, prints and ends with.</summary>
public sealed class OnceTests
{
    private const string Planned = "2026-11-20T15:00:00Z";
    private const string Now = "2026-11-20T15:05:01Z";

    [Fact]
    public async Task Once_RunsWhatIsDueInOrder_ThenOneIdleRow_AndEnds()
    {
        using var home = new Home(
            "id: last, run: zoo.ok, at: \"10:05\"", "id: first, run: zoo.ok, at: \"10:05\", priority: 2",
            "id: begin, run: zoo.ok, on_start: true", "id: idle, run: zoo.ok, whenever: { cooldown: 1h }",
            "id: later, run: zoo.ok, at: \"10:06\"").PlannedUpTo(Planned);
        var result = (await home.Once(Now)).ExitCode;

        Assert.Equal(0, result);
        Assert.Equal(
            ["begin", "first", "last", "idle"],
            home.Journal.Events.OfType<RunEvent.Started>().Select(started => started.Key.Task));
        Assert.Empty(home.Processes());
    }

    [Theory]
    [InlineData("--once")]
    [InlineData("run --once")]
    [InlineData("run --drain 5s --once")]
    public async Task Once_IsAlsoAnOption(string command)
    {
        using var home = new Home("id: t, run: zoo.ok, at: \"10:05\"").PlannedUpTo(Planned);
        var result = await home.Run(command, ("KOBE_TEST_CLOCK", Now));

        Assert.True(result.ExitCode == 0, result.Error);
        Assert.Single(home.Journal.Events.OfType<RunEvent.Started>());
    }

    [Theory]
    [InlineData("zoo.throws", "retries: 0", 1)]
    [InlineData("zoo.throws", "retries: 3, backoff: { base: 1h, cap: 1h }", 0)]
    [InlineData("zoo.exit", "on_unknown: skip", 1)]
    [InlineData("zoo.exit", "on_unknown: alert", 1)]
    [InlineData("zoo.skip", "retries: 0", 0)]
    public async Task Once_EndsWith1_WhenAnythingEndedBadly_AndWaitsForNoBackoff(string handler, string more, int code)
    {
        using var home = new Home($"id: t, run: {handler}, at: \"10:05\", priority: 3, {more}").PlannedUpTo(Planned);
        var result = await home.Once(Now);

        Assert.True(code == result.ExitCode, result.Error);
        Assert.Single(home.Journal.Events.OfType<RunEvent.Started>());
    }

    [Fact]
    public async Task Once_SaysThatNothingIsDue_AndNamesTheNext()
    {
        using var home = new Home("id: t, run: zoo.ok, at: \"10:06\"").PlannedUpTo(Planned);
        var result = await home.Once(Now);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal("Nothing is due. Next: t@2026-11-20T10:06 at 2026-11-20T10:06:00-05:00.\n", result.Output);
    }

    [Fact]
    public async Task Once_PrintsOneDocument_AndNothingElse()
    {
        using var home = new Home("id: t, run: zoo.flood, at: \"10:05\"").PlannedUpTo(Planned);
        var result = await home.Run("--once --json", ("KOBE_TEST_CLOCK", Now));

        using var document = JsonDocument.Parse(result.Output);
        var run = Assert.Single(document.RootElement.GetProperty("runs").EnumerateArray());
        Assert.Equal("succeeded", run.GetProperty("outcome").GetString());
        Assert.Equal("t@2026-11-20T10:05", run.GetProperty("key").GetString());
    }
}

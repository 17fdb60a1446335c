using System.Runtime.Versioning;
using Kobe.Contracts;
using Kobe.Plugins.Monitoring.Health;

namespace Kobe.Tests.Monitoring;

/// <summary>monitoring.health on real files and this machine.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class HealthHandlerTests : IDisposable
{
    private readonly StateFolder state = new();
    private readonly Attempt attempt = new();
    private readonly HealthHandler handler = new();

    // Generous limits: the tests' machine may be busy.
    private HealthArguments Arguments => new(
        state.Root, TimeSpan.FromMinutes(2), MemoryMin: 0, LoadMax: 1000, ThreadsMax: 10_000, HandlesMax: 100_000,
        HeapMax: 100);

    public void Dispose() => state.Dispose();

    [Fact]
    public void Running_IsHealthy_WithFiguresOfBrainRunnerAndMachine()
    {
        state.Beat(Attempt.Now.AddSeconds(-5));
        state.Started(Attempt.Now.AddHours(-1), Attempt.Now.AddSeconds(-20));

        var result = attempt.Succeed(handler, Arguments);

        Assert.Equal("""{"status":"healthy","reasons":[]}""", Summary(result));
        Assert.All(
            ["heap_bytes", "free_memory_bytes", "brain_threads", "brain_handles", "brain_bytes", "runner_threads"],
            name => Assert.True(result.Evidence.Counts[name] > 0, name));
        Assert.Equal(5000, result.Evidence.Counts["heartbeat_age_ms"]);
    }

    [Fact]
    public void NoBrain_IsSkipped() =>
        Assert.Contains("No brain has run", attempt.Skip(handler, Arguments), StringComparison.Ordinal);

    [Fact]
    public void StaleHeartbeat_Fails()
    {
        state.Beat(Attempt.Now.AddMinutes(-3));

        Assert.Equal(
            "The heartbeat is 3 m 0 s old; at most 2 m 0 s is allowed.", attempt.Fail(handler, Arguments));
    }

    [Fact]
    public void MissingHeartbeat_IsAReasonAtFirst_AndThenAFailure()
    {
        state.Started(Attempt.Now.AddSeconds(-5), Attempt.Now);

        Assert.Contains("just started", Summary(attempt.Succeed(handler, Arguments)), StringComparison.Ordinal);

        attempt.Clock.Pass(TimeSpan.FromMinutes(3));
        Assert.Contains("has no heartbeat.json", attempt.Fail(handler, Arguments), StringComparison.Ordinal);
    }

    [Fact]
    public void TornHeartbeat_Fails()
    {
        state.Write("heartbeat.json", "{\"timestamp");

        Assert.Contains("can't be read", attempt.Fail(handler, Arguments), StringComparison.Ordinal);
    }

    [Fact]
    public void GoneProcess_AndOldView_AndClockAhead_AreReasons()
    {
        state.Beat(Attempt.Now.AddSeconds(30), pid: int.MaxValue);
        state.Started(Attempt.Now.AddHours(-1), Attempt.Now.AddMinutes(-10));

        var summary = Summary(attempt.Succeed(handler, Arguments));

        Assert.StartsWith("""{"status":"degraded",""", summary, StringComparison.Ordinal);
        Assert.Contains("The process of the brain is gone.", summary, StringComparison.Ordinal);
        Assert.Contains("brain_state.json is 10 m 0 s old.", summary, StringComparison.Ordinal);
        Assert.Contains("ahead: the clock went back.", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void EachLimit_GivesAReason()
    {
        state.Beat(Attempt.Now);
        var strict = new HealthArguments(
            state.Root, TimeSpan.FromMinutes(2), MemoryMin: 101, LoadMax: -1, ThreadsMax: 0, HandlesMax: 0, HeapMax: 0);

        var summary = Summary(attempt.Succeed(handler, strict));

        Assert.All(
            ["of the memory are free", "The load is", "runner's heap", "The brain has", "The runner has", "open files"],
            words => Assert.Contains(words, summary, StringComparison.Ordinal));
    }

    private static string Summary(TaskResult.Succeeded result)
    {
        var fact = Assert.Single(result.Facts);
        Assert.Equal("health.summary", fact.Name);
        return System.Text.RegularExpressions.Regex.Unescape(fact.Value.GetRawText());
    }
}

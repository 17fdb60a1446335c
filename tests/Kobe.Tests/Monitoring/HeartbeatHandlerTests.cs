using System.Runtime.Versioning;
using Kobe.Plugins.Monitoring.Heartbeats;

namespace Kobe.Tests.Monitoring;

/// <summary>monitoring.heartbeat on real files.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class HeartbeatHandlerTests : IDisposable
{
    private readonly StateFolder state = new();
    private readonly Attempt attempt = new();
    private readonly HeartbeatHandler handler = new();

    private HeartbeatArguments Arguments => new(state.Root, TimeSpan.FromMinutes(2), OverdueMax: 3);

    public void Dispose() => state.Dispose();

    [Fact]
    public void Fresh_Succeeds_AndPublishesItsAge()
    {
        state.Beat(Attempt.Now.AddSeconds(-30), overdue: 2);

        var result = attempt.Succeed(handler, Arguments);

        var fact = Assert.Single(result.Facts);
        Assert.Equal("heartbeat.age", fact.Name);
        Assert.Equal(
            $$"""{"seconds":30,"loop_age_ms":4,"overdue":2,"queue":3,"pid":{{Environment.ProcessId}}}""",
            fact.Value.GetRawText());
        Assert.Equal(30_000, result.Evidence.Counts["age_ms"]);
    }

    [Theory]
    // age, overdue, loop age, alive; what the failure says
    [InlineData(121, 0, 4, true, "The heartbeat is 2 m 1 s old; at most 2 m 0 s is allowed.")]
    [InlineData(10, 4, 4, true, "4 occurrences wait for the lane; at most 3 may.")]
    [InlineData(10, 0, 121_000, true, "The loop had not turned for 2 m 1 s at the last heartbeat.")]
    [InlineData(10, 0, 4, false, "The heartbeat says that the brain has stopped.")]
    public void Trouble_Fails_WithASentence(int age, int overdue, long loopAge, bool alive, string sentence)
    {
        state.Beat(Attempt.Now.AddSeconds(-age), overdue, loopAge, alive: alive);

        Assert.Equal(sentence, attempt.Fail(handler, Arguments));
    }

    [Theory]
    [InlineData(120, 3)]
    [InlineData(-60, 0)]
    public void Limits_AreStillFine(int age, int overdue)
    {
        state.Beat(Attempt.Now.AddSeconds(-age), overdue);

        attempt.Succeed(handler, Arguments);
    }

    [Fact]
    public void Missing_Fails_OnlyWhereABrainHasRun()
    {
        Assert.Contains("No brain has run", attempt.Skip(handler, Arguments), StringComparison.Ordinal);

        state.Started(Attempt.Now, Attempt.Now);

        Assert.EndsWith("has no heartbeat.json.", attempt.Fail(handler, Arguments), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"timestamp\":\"2026-11-20T14:3")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"timestamp\":7}")]
    public void Damage_Fails_AndIsNamed(string text)
    {
        state.Write("heartbeat.json", text);

        Assert.Contains("heartbeat.json", attempt.Fail(handler, Arguments), StringComparison.Ordinal);
    }
}

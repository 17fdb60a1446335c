using System.Runtime.Versioning;
using System.Text.Json;
using Kobe.Plugins.Maintenance.Snapshots;
using Kobe.Tests.Monitoring;

namespace Kobe.Tests.Maintenance;

/// <summary>maintenance.snapshot keeps what the views said.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class SnapshotHandlerTests : IDisposable
{
    private readonly StateFolder state = new();
    private readonly Attempt attempt = new();
    private readonly SnapshotHandler handler = new();

    public void Dispose() => state.Dispose();

    [Fact]
    public void Views_AreKept_TogetherUnderTheDueTime()
    {
        state.Beat(Attempt.Now);
        state.Started(Attempt.Now.AddHours(-1), Attempt.Now);

        var result = attempt.Succeed(handler, new SnapshotArguments(state.Root));

        Assert.Equal(2, result.Evidence.Counts["views"]);
        var path = Assert.Single(result.Evidence.Outputs).Path;
        Assert.Equal(state.At("snapshots/2026-11-20/143500.json"), path);
        using var picture = JsonDocument.Parse(File.ReadAllText(path));
        Assert.Equal(42, picture.RootElement.GetProperty("heartbeat").GetProperty("cycles").GetInt64());
        Assert.Equal("watch@2026-11-20T09:35", picture.RootElement.GetProperty("key").GetString());
    }

    [Fact]
    public void StateWithoutViews_IsSkipped() =>
        Assert.Contains("none of the brain's views", attempt.Skip(handler, new SnapshotArguments(state.Root)), StringComparison.Ordinal);

    [Fact]
    public void BrokenView_Fails_AndIsNamed()
    {
        state.Beat(Attempt.Now);
        state.Write("task_queue.json", "{");

        Assert.Contains("task_queue.json", attempt.Fail(handler, new SnapshotArguments(state.Root)), StringComparison.Ordinal);
        Assert.False(Directory.Exists(state.At("snapshots")));
    }
}

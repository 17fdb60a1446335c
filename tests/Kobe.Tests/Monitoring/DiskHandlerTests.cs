using System.Runtime.Versioning;
using Kobe.Contracts;
using Kobe.Plugins.Monitoring.Disk;

namespace Kobe.Tests.Monitoring;

/// <summary>monitoring.disk on the disk that the tests run on: the limits move, not the disk.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class DiskHandlerTests : IDisposable
{
    private readonly StateFolder state = new();
    private readonly Attempt attempt = new();
    private readonly DiskHandler handler = new();

    public void Dispose() => state.Dispose();

    [Fact]
    public void Room_IsPublished_AsTheSystemSeesIt()
    {
        var result = attempt.Succeed(handler, new DiskArguments(state.Root, Warn: 0, Fail: 0));

        var fact = Assert.Single(result.Facts);
        Assert.Equal("disk.free", fact.Name);
        Assert.InRange(fact.Value.GetProperty("percent").GetDouble(), 0, 100);

        // Others write to this disk too.
        var free = new DriveInfo(state.Root).AvailableFreeSpace;
        Assert.InRange(fact.Value.GetProperty("bytes").GetInt64(), free * 0.9, free * 1.1);
        Assert.Equal(fact.Value.GetProperty("bytes").GetInt64(), result.Evidence.Counts["free_bytes"]);
        Assert.Empty(attempt.Discoveries);
    }

    [Fact]
    public void LowRoom_IsDiscovered_OnceUntilItIsBetter()
    {
        var low = new DiskArguments(state.Root, Warn: 100, Fail: 0);
        attempt.Succeed(handler, low);
        attempt.Succeed(handler, low);

        var discovery = Assert.Single(attempt.Discoveries);
        Assert.Equal("disk", discovery.Kind);
        Assert.Contains(state.Root, discovery.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void TooLittleRoom_Fails_AndSaysHowMuch() =>
        Assert.EndsWith(
            "That is below 100 %.",
            attempt.Fail(handler, new DiskArguments(state.Root, Warn: 100, Fail: 100)),
            StringComparison.Ordinal);

    [Fact]
    public void MissingDirectory_Fails_AndIsNamed() =>
        Assert.Contains(
            "/nowhere",
            attempt.Fail(handler, new DiskArguments(state.At("nowhere"))),
            StringComparison.Ordinal);

    [Theory]
    [InlineData(5, 10)]
    [InlineData(101, 5)]
    [InlineData(10, -1)]
    [InlineData(double.NaN, 5)]
    public void Limits_ThatMakeNoSense_AreFatal(double warn, double fail) =>
        Assert.IsType<TaskResult.Fatal>(attempt.Run(handler, new DiskArguments(state.Root, warn, fail)));
}

using System.Runtime.Versioning;
using Kobe.Contracts;
using Kobe.Plugins.Maintenance.Speed;
using Kobe.Tests.Monitoring;

namespace Kobe.Tests.Maintenance;

/// <summary>maintenance.benchmark measures with the clock that it is given.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class SpeedHandlerTests : IDisposable
{
    private readonly StateFolder state = new();
    private readonly Attempt attempt = new();
    private readonly SpeedHandler handler = new();

    public void Dispose() => state.Dispose();

    [Fact]
    public void Speed_IsWhatTheClockShows_AndLeavesNothingBehind()
    {
        attempt.Clock.ReadingTakes = TimeSpan.FromMilliseconds(2);

        var result = attempt.Succeed(handler, new SpeedArguments(state.Root, Syncs: 3));

        var speed = Assert.Single(result.Facts).Value;
        Assert.Equal(2, speed.GetProperty("sync_ms").GetDouble());
        Assert.Equal(4000, speed.GetProperty("hash_mb_per_s").GetDouble());
        Assert.Equal(2000, result.Evidence.Counts["sync_us"]);
        Assert.Empty(Directory.GetFileSystemEntries(state.Root));
    }

    [Fact]
    public void StandingClock_MeasuresNothing() =>
        Assert.StartsWith("the clock of a replay stands", attempt.Skip(handler, new SpeedArguments(state.Root, Syncs: 3)), StringComparison.Ordinal);

    [Fact]
    public void SlowerMachine_IsDiscovered()
    {
        attempt.Clock.ReadingTakes = TimeSpan.FromMilliseconds(1);
        attempt.Succeed(handler, new SpeedArguments(state.Root, Syncs: 1));
        attempt.Clock.ReadingTakes = TimeSpan.FromMilliseconds(3);
        attempt.Succeed(handler, new SpeedArguments(state.Root, Syncs: 1));

        Assert.Equal(
            ["A durable write takes 3 ms; it took 1 ms.", "One core hashes 2667 MB/s; it hashed 8000 MB/s."],
            attempt.Discoveries.Select(discovery => discovery.Title));
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1001, 2)]
    [InlineData(1, 1)]
    public void ArgumentsThatMakeNoSense_AreFatal(int syncs, double slower) =>
        Assert.IsType<TaskResult.Fatal>(attempt.Run(handler, new SpeedArguments(state.Root, syncs, slower)));
}

using System.Runtime.Versioning;
using Kobe.Contracts;
using Kobe.Plugins.Maintenance.Compaction;
using Kobe.Tests.Monitoring;

namespace Kobe.Tests.Maintenance;

/// <summary>maintenance.compact deletes what is too old, and never the journal.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class CompactHandlerTests : IDisposable
{
    private readonly StateFolder state = new();
    private readonly Attempt attempt = new();
    private readonly CompactHandler handler = new();

    public void Dispose() => state.Dispose();

    [Fact]
    public void OldPicturesAndLeftovers_Go_AndAllElseStays()
    {
        Make("snapshots/2026-11-01/090000.json");
        Make("snapshots/2026-11-10/090000.json");
        Make("days/2025-01-02.json");
        Make("days/2026-09-01.json"); // older than pictures are kept, younger than cards of dates
        Make("days/2026-11-19.json");
        Make("facts/x.json.tmp", hoursAgo: 2);
        Make("facts/y.json.tmp", hoursAgo: 0);
        Make("journal/2026-11-20.jsonl.tmp", hoursAgo: 2);
        Make("snapshots/mine/090000.json");

        var result = attempt.Succeed(handler, new CompactArguments(state.Root));

        Assert.Equal(3, result.Evidence.Counts["deleted"]);
        Assert.Equal(
            ["days/2026-09-01.json", "days/2026-11-19.json", "facts/y.json.tmp", "journal/2026-11-20.jsonl.tmp",
                "snapshots/2026-11-10/090000.json", "snapshots/mine/090000.json"],
            Directory.GetFiles(state.Root, "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(state.Root, path)).Order(StringComparer.Ordinal));
        Assert.False(Directory.Exists(state.At("snapshots/2026-11-01")));
    }

    [Fact]
    public void LinkToAFolder_Goes_AndWhatItLeadsToStays()
    {
        Make("kept/file.json");
        Directory.CreateDirectory(state.At("snapshots"));
        Directory.CreateSymbolicLink(state.At("snapshots/2026-11-01"), state.At("kept"));
        Make("days/2020-01-01.json");

        attempt.Succeed(handler, new CompactArguments(state.Root));

        Assert.True(File.Exists(state.At("kept/file.json")));
        Assert.False(Directory.Exists(state.At("snapshots/2026-11-01")));
    }

    [Fact]
    public void NothingOld_IsSkipped() =>
        Assert.Equal("nothing is old enough to go", attempt.Skip(handler, new CompactArguments(state.Root)));

    [Fact]
    public void ZeroDays_AreFatal() =>
        Assert.IsType<TaskResult.Fatal>(attempt.Run(handler, new CompactArguments(state.Root, Snapshots: 0)));

    private void Make(string name, int hoursAgo = 0)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(state.At(name))!);
        File.WriteAllText(state.At(name), "{}");
        File.SetLastWriteTimeUtc(state.At(name), Attempt.Now.AddHours(-hoursAgo).UtcDateTime);
    }
}

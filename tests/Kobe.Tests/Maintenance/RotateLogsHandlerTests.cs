using System.IO.Compression;
using System.Runtime.Versioning;
using Kobe.Contracts;
using Kobe.Plugins.Maintenance.Logs;
using Kobe.Tests.Monitoring;

namespace Kobe.Tests.Maintenance;

/// <summary>maintenance.rotate_logs compresses what was put aside, and nothing else.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class RotateLogsHandlerTests : IDisposable
{
    private readonly StateFolder state = new();
    private readonly Attempt attempt = new();
    private readonly RotateLogsHandler handler = new();

    public void Dispose() => state.Dispose();

    [Fact]
    public void LogsPutAside_AreCompressed_AndTheOneBeingWrittenStays()
    {
        var long1 = Log("kobe.log.1", "one line\n", daysAgo: 1);
        Log("kobe.log.2", "older\n", daysAgo: 2);
        Log("kobe.log", "now\n", daysAgo: 0);
        Log("notes.txt", "mine\n", daysAgo: 9);

        var result = attempt.Succeed(handler, new RotateLogsArguments(state.Root));

        Assert.Equal(["kobe.log", "notes.txt"], Names("logs"));
        Assert.Equal(["kobe-20261118T143500.log.gz", "kobe-20261119T143500.log.gz"], Names("logs/archive"));
        Assert.Equal(2, result.Evidence.Counts["compressed"]);
        using var file = File.OpenRead(state.At("logs/archive/kobe-20261119T143500.log.gz"));
        using var text = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        Assert.Equal(long1, text.ReadToEnd());
    }

    [Fact]
    public void OldArchives_AreDeleted()
    {
        Log("kobe.log.1", "old\n", daysAgo: 31);
        attempt.Succeed(handler, new RotateLogsArguments(state.Root, KeepDays: 60));

        var result = attempt.Succeed(handler, new RotateLogsArguments(state.Root, KeepDays: 30));

        Assert.Equal(1, result.Evidence.Counts["deleted"]);
        Assert.Empty(Names("logs/archive"));
    }

    [Fact]
    public void NothingToDo_IsSkipped()
    {
        Log("kobe.log", "now\n", daysAgo: 0);

        Assert.Contains("no log was put aside", attempt.Skip(handler, new RotateLogsArguments(state.Root)), StringComparison.Ordinal);
    }

    [Fact]
    public void ZeroDays_AreFatal() =>
        Assert.IsType<TaskResult.Fatal>(attempt.Run(handler, new RotateLogsArguments(state.Root, KeepDays: 0)));

    private IEnumerable<string?> Names(string folder) =>
        Directory.GetFiles(state.At(folder)).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    private string Log(string name, string text, int daysAgo)
    {
        Directory.CreateDirectory(state.At("logs"));
        File.WriteAllText(state.At("logs/" + name), text);
        File.SetLastWriteTimeUtc(state.At("logs/" + name), Attempt.Now.AddDays(-daysAgo).UtcDateTime);
        return text;
    }
}

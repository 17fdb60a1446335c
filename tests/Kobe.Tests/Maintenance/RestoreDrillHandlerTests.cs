using System.Runtime.Versioning;
using Kobe.Plugins.Maintenance.Backups;
using Kobe.Tests.Monitoring;

namespace Kobe.Tests.Maintenance;

/// <summary>maintenance.restore_drill restores for real, and leaves nothing behind.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class RestoreDrillHandlerTests : IDisposable
{
    private readonly StateFolder state = new();
    private readonly Attempt attempt = new();
    private readonly RestoreDrillHandler handler = new();

    private ArchiveArguments Arguments => new(state.Root, Program: Path.Combine(AppContext.BaseDirectory, "kobe.dll"));

    public void Dispose() => state.Dispose();

    [Fact]
    public void NewestBackup_IsRestored_AndThrownAway()
    {
        state.Beat(Attempt.Now);
        state.Write("discoveries.json", "[]");
        attempt.Succeed(new BackupHandler(), new BackupArguments(state.Root, Program: Arguments.Program));
        var before = state.Contents();

        var result = attempt.Succeed(handler, Arguments);

        Assert.Equal(2, result.Evidence.Counts["files"]);
        Assert.Equal(before, state.Contents());
    }

    [Fact]
    public void DamagedBackup_Fails_AndIsNamed()
    {
        Directory.CreateDirectory(state.At("backups"));
        File.WriteAllText(state.At("backups/kobe-20261119T053000Z.tar.gz"), "no archive");

        Assert.Contains("kobe-20261119T053000Z.tar.gz", attempt.Fail(handler, Arguments), StringComparison.Ordinal);
    }

    [Fact]
    public void NoBackup_IsSkipped() =>
        Assert.Contains("no backup yet", attempt.Skip(handler, Arguments), StringComparison.Ordinal);
}

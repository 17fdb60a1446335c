using System.Runtime.Versioning;
using Kobe.Plugins.Maintenance.Backups;
using Kobe.Tests.Monitoring;

namespace Kobe.Tests.Maintenance;

/// <summary>maintenance.verify_archive takes one backup after the other.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class VerifyArchiveHandlerTests : IDisposable
{
    private readonly StateFolder state = new();
    private readonly Attempt attempt = new();
    private readonly VerifyArchiveHandler handler = new();

    private ArchiveArguments Arguments => new(state.Root, Program: Path.Combine(AppContext.BaseDirectory, "kobe.dll"));

    public void Dispose() => state.Dispose();

    [Fact]
    public void Backups_AreRead_InTurns()
    {
        state.Beat(Attempt.Now);
        attempt.Succeed(new BackupHandler(), new BackupArguments(state.Root, Program: Arguments.Program));
        File.Copy(state.At("backups/kobe-20261120T143500Z.tar.gz"), state.At("backups/kobe-20261119T143500Z.tar.gz"));

        var read = Enumerable.Range(0, 3).Select(_ => Path.GetFileName(
            attempt.Succeed(handler, Arguments).Facts[0].Value.GetProperty("path").GetString()));

        Assert.Equal(
            ["kobe-20261119T143500Z.tar.gz", "kobe-20261120T143500Z.tar.gz", "kobe-20261119T143500Z.tar.gz"], read);
    }

    [Fact]
    public void RottenBackup_Fails_AndIsNamed()
    {
        Directory.CreateDirectory(state.At("backups"));
        File.WriteAllText(state.At("backups/kobe-20261119T053000Z.tar.gz"), "rot");

        Assert.Contains("kobe-20261119T053000Z.tar.gz", attempt.Fail(handler, Arguments), StringComparison.Ordinal);
    }

    [Fact]
    public void NoBackup_IsSkipped() =>
        Assert.Contains("no backup yet", attempt.Skip(handler, Arguments), StringComparison.Ordinal);
}

using System.Runtime.Versioning;
using Kobe.Contracts;
using Kobe.Plugins.Maintenance.Backups;
using Kobe.Tests.Monitoring;

namespace Kobe.Tests.Maintenance;

/// <summary>maintenance.backup with the real program.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class BackupHandlerTests : IDisposable
{
    private readonly StateFolder state = new();
    private readonly Attempt attempt = new();
    private readonly BackupHandler handler = new();

    private static string Program => Path.Combine(AppContext.BaseDirectory, "kobe.dll");

    public void Dispose() => state.Dispose();

    [Fact]
    public void State_IsBackedUp_AndTheBackupIsTheEvidence()
    {
        state.Beat(Attempt.Now);

        var result = attempt.Succeed(handler, Arguments());

        var output = Assert.Single(result.Evidence.Outputs);
        Assert.Equal(state.At("backups/kobe-20261120T143500Z.tar.gz"), output.Path);
        Assert.Equal(output, Output.OfFile(output.Path));
        Assert.Equal((1, 0), (result.Evidence.Counts["files"], result.Evidence.Counts["pruned"]));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(output.Path));
    }

    [Fact]
    public void OldBackups_Go()
    {
        state.Beat(Attempt.Now);
        Directory.CreateDirectory(state.At("backups"));
        string[] there = ["kobe-20240101T053000Z.tar.gz", "kobe-20261119T053000Z.tar.gz", "kobe-mine.tar.gz"];
        foreach (var name in there)
        {
            File.WriteAllText(state.At("backups/" + name), "");
        }

        var result = attempt.Succeed(handler, Arguments());

        Assert.Equal(1, result.Evidence.Counts["pruned"]);
        Assert.False(File.Exists(state.At("backups/" + there[0])));
        Assert.True(File.Exists(state.At("backups/" + there[2])));
    }

    [Fact]
    public void EmptyState_Fails_WithTheProgramsOwnWords() =>
        Assert.Contains("nothing in", attempt.Fail(handler, Arguments()), StringComparison.Ordinal);

    [Fact]
    public void ZeroDays_AreFatal() =>
        Assert.IsType<TaskResult.Fatal>(attempt.Run(handler, Arguments() with { Days = 0 }));

    [Fact]
    public void MissingProgram_IsFatal() =>
        Assert.IsType<TaskResult.Fatal>(attempt.Run(handler, Arguments() with { Program = state.At("kobe.dll") }));

    private BackupArguments Arguments() => new(state.Root, Program: Program);
}

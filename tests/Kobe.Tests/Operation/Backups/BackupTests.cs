using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.Versioning;
using Kobe.Files;
using Kobe.Operation;
using Kobe.Operation.Backups;
using Kobe.Tests.Monitoring;

namespace Kobe.Tests.Operation.Backups;

/// <summary>What goes into a backup comes out of it, or the backup is refused.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class BackupTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 14, 35, 0, TimeSpan.Zero);

    private readonly StateFolder state = new();
    private readonly StateFolder other = new();

    private string Archive => other.At("kobe.tar.gz");

    private string Target => other.At("state");

    public void Dispose()
    {
        state.Dispose();
        other.Dispose();
    }

    // A pipe that somebody made in the state directory: to open it for reading waits until somebody writes.
    [Fact]
    public async Task Pipe_IsLeftOut_AndNobodyWaitsForIt()
    {
        Put("format.json", "{}");
        using (var made = System.Diagnostics.Process.Start("mkfifo", state.At("pipe.jsonl")))
        {
            await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(["format.json"], BackupFiles.In(state.Root));
        await Task.Run(Write, TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.Equal(["format.json"], Restore().Content.Files.Select(file => file.Path));
    }

    [Fact]
    public void Restored_IsWhatWasBackedUp_WithoutSecretsLocksAndHalfFiles()
    {
        string[] kept = ["format.json", "facts/a.json", "journal/2026-11-20.jsonl", "journal/checkpoint-7.json", "desk/fills.jsonl"];
        string[] left = ["api-token", "api-token-read", "kobe.lock", "lane.lock", "brain.json", "facts/b.json.tmp", "backups/x.tar.gz", "README.md", "plugins-in-use/1/P/P.dll"];
        foreach (var name in kept.Concat(left))
        {
            Put(name, $"{name} canary\n");
        }

        Write();
        var (content, aside) = Restore();

        Assert.Null(aside);
        Assert.Equal(kept.Order(StringComparer.Ordinal), FilesOf(Target));
        Assert.Equal("journal/2026-11-20.jsonl", content.Files[^1].Path);
        Assert.All(kept, name =>
        {
            Assert.Equal(File.ReadAllText(state.At(name)), File.ReadAllText(Path.Combine(Target, name)));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(Target, name)));
        });
    }

    [Fact]
    public void HalfALine_StaysOut()
    {
        Put("journal/2026-11-20.jsonl", "{\"seq\":1}\n{\"seq\":2");
        Put("heartbeat.json", "{\"no\":\"line end\"}");

        Write();
        Restore();

        Assert.Equal("{\"seq\":1}\n", File.ReadAllText(Path.Combine(Target, "journal/2026-11-20.jsonl")));
        Assert.Equal("{\"no\":\"line end\"}", File.ReadAllText(Path.Combine(Target, "heartbeat.json")));
    }

    [Fact]
    public void StateThatIsThere_IsRefused_AndWithForcePutAside()
    {
        Put("format.json", "new\n");
        Write();
        Directory.CreateDirectory(Target);
        File.WriteAllText(Path.Combine(Target, "format.json"), "old\n");

        var refused = Assert.Throws<UserError>(() => Restore());
        Assert.Contains("not empty", refused.Message, StringComparison.Ordinal);
        Assert.Equal("old\n", File.ReadAllText(Path.Combine(Target, "format.json")));

        var (_, aside) = Restore(force: true);

        Assert.Equal("new\n", File.ReadAllText(Path.Combine(Target, "format.json")));
        Assert.Equal("old\n", File.ReadAllText(Path.Combine(aside!, "format.json")));
    }

    [Fact]
    public void StateThatABrainHolds_IsRefused_With3()
    {
        Put("format.json", "new\n");
        Write();
        OwnerDirectory.Make(Target);
        using var held = SingleInstanceLock.Take(Target, Environment.ProcessId);

        Assert.Equal(3, Assert.Throws<UserError>(() => Restore(force: true)).Code);
    }

    [Fact]
    public void EveryCutAndEveryFlippedByte_IsRefused_AndNothingIsRestored()
    {
        Put("facts/a.json", new string('a', 300));
        Put("journal/2026-11-20.jsonl", "{\"seq\":1}\n");
        Write();
        var whole = File.ReadAllBytes(Archive);
        for (var at = 0; at < whole.Length; at += 7)
        {
            RefusedOrTheSame(whole[..at], at);
        }

        RefusedOrTheSame(whole[..(whole.Length / 2)], whole.Length / 2, mayPass: false);

        // The first ten bytes and the last eight belong to the envelope, which tells nothing of the files.
        for (var at = 10; at < whole.Length - 8; at += 7)
        {
            var flipped = whole.ToArray();
            flipped[at] ^= 0x55;
            RefusedOrTheSame(flipped, at);
        }
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("/outside")]
    [InlineData("a/../../outside")]
    [InlineData("a//b")]
    public void NameThatLeadsOut_IsRefused(string name)
    {
        using (var file = File.Create(Archive))
        using (var gzip = new GZipStream(file, CompressionLevel.Fastest))
        using (var tar = new TarWriter(gzip))
        {
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream([1]) });
        }

        Assert.Contains("outside", Assert.Throws<UserError>(() => Restore()).Message + "outside", StringComparison.Ordinal);
        Assert.False(File.Exists(other.At("outside")));
        Assert.Empty(FilesOf(Target));
    }

    [Fact]
    public void Link_IsRefused_AndALinkInTheStateStaysOut()
    {
        File.CreateSymbolicLink(state.At("passwd"), "/etc/passwd");
        Put("format.json", "{}");
        Assert.Equal(["format.json"], Write().Files.Select(file => file.Path));

        using (var file = File.Create(Archive))
        using (var gzip = new GZipStream(file, CompressionLevel.Fastest))
        using (var tar = new TarWriter(gzip))
        {
            tar.WriteEntry(new PaxTarEntry(TarEntryType.SymbolicLink, "link") { LinkName = "/etc/passwd" });
        }

        Assert.Throws<UserError>(() => Restore());
    }

    [Fact]
    public void NewerState_IsRefused()
    {
        Put("format.json", "{}");
        BackupWriter.Write(state.Root, Archive, 9, "9.9.9", Now);

        Assert.Contains("9.9.9", Assert.Throws<UserError>(() => Restore()).Message, StringComparison.Ordinal);
        Assert.Empty(FilesOf(Target));
    }

    [Fact]
    public void FileLongerThanABuffer_IsWhole()
    {
        Put("big.json", new string('x', 200_000));
        Write();
        Restore();

        Assert.Equal(200_000, new FileInfo(Path.Combine(Target, "big.json")).Length);
    }

    // A flipped bit may hit what compression leaves unused, a cut only the padding: what comes out must then be what went in.
    private void RefusedOrTheSame(byte[] bytes, int at, bool mayPass = true)
    {
        File.WriteAllBytes(Archive, bytes);
        if (Record.Exception(() => Restore()) is { } refused)
        {
            Assert.True(refused is UserError, $"at {at}: {refused}");
            Assert.Empty(FilesOf(Target));
            return;
        }

        Assert.True(mayPass, $"cut at {at}");
        Assert.Equal(new string('a', 300), File.ReadAllText(Path.Combine(Target, "facts/a.json")));
        Directory.Delete(Target, recursive: true);
    }

    private void Put(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(state.At(name))!);
        File.WriteAllText(state.At(name), text);
    }

    private BackupContent Write() => BackupWriter.Write(state.Root, Archive, 1, "0.1.0", Now);

    private (BackupContent Content, string? Aside) Restore(bool force = false) =>
        Restoring.Restore(Archive, Target, force, stateFormat: 1, Now);

    private static IEnumerable<string> FilesOf(string directory) => !Directory.Exists(directory) ? [] :
        Directory.GetFiles(directory, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(directory, path))
            .Where(name => name != "kobe.lock").Order(StringComparer.Ordinal);
}

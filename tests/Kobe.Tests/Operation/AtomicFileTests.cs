using System.Runtime.Versioning;
using Kobe.Operation;

namespace Kobe.Tests.Operation;

[UnsupportedOSPlatform("windows")]
public sealed class AtomicFileTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("kobe-atomic-");

    private string Target => Path.Combine(_directory.FullName, "heartbeat.json");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void Write_ReplacesTheWholeFile_ForItsOwnerOnly()
    {
        AtomicFile.Write(Target, "a long first content"u8);
        AtomicFile.Write(Target, "short"u8);

        Assert.Equal("short", File.ReadAllText(Target));
        Assert.Equal("600", Convert.ToString((int)File.GetUnixFileMode(Target), 8));
        Assert.Single(_directory.GetFiles());
    }

    [Fact]
    public void Write_OverwritesWhatACrashLeft()
    {
        File.WriteAllText(Target + AtomicFile.Suffix, "half of something that was much longer");

        AtomicFile.Write(Target, "whole"u8);

        Assert.Equal("whole", File.ReadAllText(Target));
    }

    [Fact]
    public void Write_ThatFails_LeavesTheOldContent_AndNothingElse()
    {
        Directory.CreateDirectory(Target);
        File.WriteAllText(Path.Combine(Target, "in-the-way"), "");

        Assert.Throws<PosixException>(() => AtomicFile.Write(Target, "new"u8));

        Assert.Empty(_directory.GetFiles());
        Assert.Throws<PosixException>(() => AtomicFile.Write(Path.Combine(_directory.FullName, "no", "file"), "x"u8));
    }

    // Readers see one whole content or another, never a part, never nothing.
    [Fact]
    public void Readers_NeverSeeAPart()
    {
        byte[][] contents =
        [
            .. Enumerable.Range(0, 5).Select(i => Enumerable.Repeat((byte)('a' + i), 1000 * (i + 1)).ToArray()),
        ];
        AtomicFile.Write(Target, contents[0]);
        using var stop = new CancellationTokenSource();
        var writer = new Thread(() =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                AtomicFile.Write(Target, contents[i % 5]);
            }
        });
        writer.Start();
        try
        {
            for (var read = 0; read < 5000; read++)
            {
                var seen = File.ReadAllBytes(Target);
                Assert.Contains(contents, content => content.AsSpan().SequenceEqual(seen));
            }
        }
        finally
        {
            stop.Cancel();
            writer.Join();
        }
    }
}

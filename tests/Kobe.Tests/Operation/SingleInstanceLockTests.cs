using Kobe.Operation;

namespace Kobe.Tests.Operation;

public sealed class SingleInstanceLockTests : IDisposable
{
    private readonly DirectoryInfo _state = Directory.CreateTempSubdirectory("kobe-lock-");

    private string LockFile => Path.Combine(_state.FullName, SingleInstanceLock.FileName);

    public void Dispose() => _state.Delete(recursive: true);

    [Fact]
    public void Second_IsRefused_AndLearnsWhoHasIt()
    {
        using var first = SingleInstanceLock.Take(_state.FullName, Environment.ProcessId);

        var refused = Assert.Throws<StateInUseException>(() => SingleInstanceLock.Take(_state.FullName, 1));

        Assert.Equal(Environment.ProcessId, refused.Pid);
        Assert.Contains(_state.FullName, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Second_IsRefused_AlsoWhenTheFileWasDeleted()
    {
        using var first = SingleInstanceLock.Take(_state.FullName, Environment.ProcessId);
        File.Delete(LockFile);

        Assert.False(first.IsFileInPlace);
        var refused = Assert.Throws<StateInUseException>(() => SingleInstanceLock.Take(_state.FullName, 1));
        Assert.Equal(Environment.ProcessId, refused.Pid);

        // What the refused one left behind does not let a third one in.
        Assert.Throws<StateInUseException>(() => SingleInstanceLock.Take(_state.FullName, 1));
    }

    [Fact]
    public void Second_IsRefused_AlsoWhenTheFileWasReplaced()
    {
        using var first = SingleInstanceLock.Take(_state.FullName, Environment.ProcessId);
        File.Delete(LockFile);
        File.WriteAllText(LockFile, "4711");

        Assert.Throws<StateInUseException>(() => SingleInstanceLock.Take(_state.FullName, 1));
    }

    [Fact]
    public void Next_TakesIt_WhenTheFirstHasGone()
    {
        SingleInstanceLock.Take(_state.FullName, 4_194_304).Dispose();
        Assert.True(File.Exists(LockFile));

        using var next = SingleInstanceLock.Take(_state.FullName, 17);

        Assert.True(next.IsFileInPlace);
        using var file = DiskFile.Open(LockFile, Posix.ReadOnly);
        Assert.Equal(17, LockHolder.Read(file));
    }

    [Fact]
    public void Lock_IsTaken_AlsoThroughALink()
    {
        var link = _state.FullName + "-link";
        File.CreateSymbolicLink(link, _state.FullName);
        try
        {
            using var first = SingleInstanceLock.Take(link, Environment.ProcessId);
            Assert.Throws<StateInUseException>(() => SingleInstanceLock.Take(_state.FullName, 1));
        }
        finally
        {
            File.Delete(link);
        }
    }

    [Theory]
    [InlineData(0x6969, "NFS")]
    [InlineData(0xFF534D42, "CIFS")]
    [InlineData(0xFE534D42, "SMB2")]
    [InlineData(0xEF53, null)]
    [InlineData(0x01021994, null)]
    public void NetworkFileSystems_AreKnown(uint magic, string? name) =>
        Assert.Equal(name, FileSystemKind.Name(magic));
}

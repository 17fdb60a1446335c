using Kobe.Operation;

namespace Kobe.Journals;

/// <summary>A directory in memory that forgets at a crash what was not synced. For simulation and tests.</summary>
internal sealed class MemoryJournalMedium : IJournalMedium
{
    private readonly SortedDictionary<string, MemoryContent> _files = new(StringComparer.Ordinal);

    /// <summary>Counts crashes: a file that was open before one is dead.</summary>
    public int Life { get; private set; }

    /// <inheritdoc/>
    public string Name => "journal";

    /// <summary>Writes that a crash could still undo.</summary>
    public int UnsyncedWrites => _files.Values.Sum(file => file.UnsyncedWrites);

    /// <summary>The machine loses power: of what was written since the last sync a beginning is left.</summary>
    /// <param name="writesKept">How many unsynced writes of each file are left whole.</param>
    /// <param name="bytesTorn">How many bytes are left of the next one.</param>
    public void Crash(int writesKept = 0, int bytesTorn = 0)
    {
        Life++;
        foreach (var file in _files.Values)
        {
            file.Lose(writesKept, bytesTorn);
        }
    }

    /// <summary>The process is killed: nothing is lost that was written.</summary>
    public void Kill() => Life++;

    /// <inheritdoc/>
    public IReadOnlyList<string> List() => [.. _files.Keys];

    /// <inheritdoc/>
    public IJournalFile Open(string name)
    {
        var file = OpenToRead(name);
        file.Sync();
        return file;
    }

    /// <inheritdoc/>
    public IJournalFile OpenToRead(string name) => _files.TryGetValue(name, out var content)
        ? new MemoryFile(this, content)
        : throw new PosixException(Posix.NotFound, $"open {name}");

    /// <inheritdoc/>
    public IJournalFile Create(string name)
    {
        if (!_files.TryAdd(name, new MemoryContent()))
        {
            throw new PosixException(Posix.Exists, $"create {name}");
        }

        return OpenToRead(name);
    }

    /// <inheritdoc/>
    public void Replace(string name, ReadOnlySpan<byte> content)
    {
        var file = new MemoryContent();
        file.Write(0, content);
        file.Sync();
        _files[name] = file;
    }

    /// <inheritdoc/>
    public void Delete(string name) => _files.Remove(name);

    private sealed class MemoryFile(MemoryJournalMedium medium, MemoryContent content) : IJournalFile
    {
        private readonly int _life = medium.Life;

        public long Length => Alive().Length;

        public int Read(long offset, Span<byte> into) => Alive().Read(offset, into);

        public void Write(long offset, ReadOnlySpan<byte> bytes) => Alive().Write(offset, bytes);

        public void Truncate(long length) => Alive().Truncate(length);

        public void Sync() => Alive().Sync();

        public void Dispose()
        {
        }

        private MemoryContent Alive() => _life == medium.Life
            ? content
            : throw new PosixException(Posix.InputOutput, "use a file that was open before a crash");
    }
}

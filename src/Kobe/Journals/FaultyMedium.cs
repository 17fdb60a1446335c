using Kobe.Operation;

namespace Kobe.Journals;

/// <summary>A medium with the faults of real ones, a full disk and failing calls. For simulation and tests.</summary>
/// <param name="inner">What holds the bytes.</param>
internal sealed class FaultyMedium(IJournalMedium inner) : IJournalMedium
{
    /// <summary>Bytes by which files can still grow; null is room enough. Cutting a file gives bytes back.</summary>
    public long? SpaceLeft { get; set; }

    /// <summary>The error number with which a call fails now; 0 lets it through.</summary>
    public Func<MediumOperation, int>? Fault { get; set; }

    /// <summary>Called when a sync was made to fail: the place to lose what was not durable.</summary>
    public Action? SyncFailed { get; set; }

    /// <inheritdoc/>
    public string Name => inner.Name;

    /// <inheritdoc/>
    public IReadOnlyList<string> List() => inner.List();

    /// <inheritdoc/>
    public IJournalFile Open(string name)
    {
        Check(MediumOperation.Open, name);
        return new FaultyFile(this, inner.Open(name), name);
    }

    /// <inheritdoc/>
    public IJournalFile OpenToRead(string name) => inner.OpenToRead(name);

    /// <inheritdoc/>
    public IJournalFile Create(string name)
    {
        Check(MediumOperation.Create, name);
        return SpaceLeft is <= 0
            ? throw new PosixException(Posix.NoSpace, $"create {name}")
            : new FaultyFile(this, inner.Create(name), name);
    }

    /// <inheritdoc/>
    public void Replace(string name, ReadOnlySpan<byte> content)
    {
        Check(MediumOperation.Replace, name);
        if (content.Length > SpaceLeft)
        {
            throw new PosixException(Posix.NoSpace, $"replace {name}");
        }

        inner.Replace(name, content);
    }

    /// <inheritdoc/>
    public void Delete(string name)
    {
        Check(MediumOperation.Delete, name);
        inner.Delete(name);
    }

    private void Check(MediumOperation operation, string name)
    {
        if (Fault?.Invoke(operation) is > 0 and var errno)
        {
            if (operation == MediumOperation.Sync)
            {
                SyncFailed?.Invoke();
            }

            throw new PosixException(errno, $"{operation.ToString().ToLowerInvariant()} {name}");
        }
    }

    private sealed class FaultyFile(FaultyMedium medium, IJournalFile file, string name) : IJournalFile
    {
        public long Length => file.Length;

        public int Read(long offset, Span<byte> into) => file.Read(offset, into);

        public void Write(long offset, ReadOnlySpan<byte> bytes)
        {
            medium.Check(MediumOperation.Write, name);
            var growth = Math.Max(0, offset + bytes.Length - file.Length);
            if (growth > medium.SpaceLeft)
            {
                // A full disk takes what fits and then fails: the torn line is there.
                file.Write(offset, bytes[..(int)(bytes.Length - growth + medium.SpaceLeft.Value)]);
                medium.SpaceLeft = 0;
                throw new PosixException(Posix.NoSpace, $"write {name}");
            }

            file.Write(offset, bytes);
            medium.SpaceLeft -= growth;
        }

        public void Truncate(long length)
        {
            medium.Check(MediumOperation.Truncate, name);
            medium.SpaceLeft += Math.Max(0, file.Length - length);
            file.Truncate(length);
        }

        public void Sync()
        {
            medium.Check(MediumOperation.Sync, name);
            file.Sync();
        }

        public void Dispose() => file.Dispose();
    }
}

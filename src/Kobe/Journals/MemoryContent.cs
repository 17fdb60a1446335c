namespace Kobe.Journals;

/// <summary>The bytes of one file in memory, and how to take back what was not synced.</summary>
internal sealed class MemoryContent
{
    private readonly List<Change> _unsynced = [];
    private byte[] _bytes = [];

    public int Length { get; private set; }

    public int UnsyncedWrites => _unsynced.Count;

    public int Read(long offset, Span<byte> into)
    {
        var length = (int)Math.Clamp(Length - offset, 0, into.Length);
        _bytes.AsSpan((int)Math.Min(offset, Length), length).CopyTo(into);
        return length;
    }

    public void Write(long offset, ReadOnlySpan<byte> bytes)
    {
        var at = (int)offset;
        _unsynced.Add(new Change(at, bytes.ToArray(), Old(at, bytes.Length), Length));
        Put(at, bytes);
    }

    public void Truncate(long length)
    {
        var at = (int)length;
        _unsynced.Add(new Change(at, [], Old(at, Length), Length));
        Length = Math.Min(Length, at);
    }

    public void Sync() => _unsynced.Clear();

    public void Lose(int writesKept, int bytesTorn)
    {
        var lost = _unsynced.ToArray();
        foreach (var change in lost.Reverse())
        {
            Length = change.OldLength;
            change.Old.CopyTo(_bytes, change.At);
        }

        foreach (var (index, change) in lost.Index().Take(Math.Min(writesKept, lost.Length) + 1))
        {
            var isWhole = index < writesKept;
            if (isWhole && change.New.Length == 0)
            {
                Length = Math.Min(Length, change.At);
            }

            Put(change.At, change.New.AsSpan(0, isWhole ? change.New.Length : Math.Min(bytesTorn, change.New.Length)));
        }

        _unsynced.Clear();
    }

    private void Put(int at, ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return;
        }

        if (at + bytes.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(at + bytes.Length, _bytes.Length * 2));
        }

        // A hole reads as zeros, as on a disk.
        if (at > Length)
        {
            _bytes.AsSpan(Length, at - Length).Clear();
        }

        bytes.CopyTo(_bytes.AsSpan(at));
        Length = Math.Max(Length, at + bytes.Length);
    }

    private byte[] Old(int at, int length) =>
        at < Length ? _bytes.AsSpan(at, Math.Min(length, Length - at)).ToArray() : [];

    // A cut has no new bytes.
    private sealed record Change(int At, byte[] New, byte[] Old, int OldLength);
}

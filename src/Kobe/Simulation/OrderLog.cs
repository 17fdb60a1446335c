using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Kobe.Core.Runs;

namespace Kobe.Simulation;

/// <summary>Everything that happened, in its order, as one digest: equal for equal histories.</summary>
internal sealed class OrderLog : IDisposable
{
    // Larger than any entry; hashed whenever it is full.
    private const int BufferBytes = 64 * 1024;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _buffer = new byte[BufferBytes];
    private int _used;

    public long Entries { get; private set; }

    /// <summary>Something about a key.</summary>
    public void Add(char kind, DateTimeOffset at, OccurrenceKey key, int first = 0, int second = 0)
    {
        Begin(kind, at);
        Text(key.Task);
        Number(key.Date.DayNumber);
        Text(key.Slot);
        Number(first);
        Number(second);
    }

    /// <summary>Something else.</summary>
    public void Add(char kind, DateTimeOffset at, string text)
    {
        Begin(kind, at);
        Text(text);
    }

    /// <summary>SHA-256 of all of it so far, in hex.</summary>
    public string Digest()
    {
        Flush();
        return Convert.ToHexStringLower(_hash.GetCurrentHash());
    }

    public void Dispose() => _hash.Dispose();

    private void Begin(char kind, DateTimeOffset at)
    {
        Entries++;
        Number(kind);
        Number(at.UtcTicks);
    }

    private void Number(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(Room(sizeof(long)), value);
        _used += sizeof(long);
    }

    private void Text(string text)
    {
        var bytes = MemoryMarshal.AsBytes(text.AsSpan());
        bytes = bytes[..Math.Min(bytes.Length, BufferBytes / 2)];
        Number(bytes.Length);
        bytes.CopyTo(Room(bytes.Length));
        _used += bytes.Length;
    }

    private Span<byte> Room(int bytes)
    {
        if (_used + bytes > BufferBytes)
        {
            Flush();
        }

        return _buffer.AsSpan(_used, bytes);
    }

    private void Flush()
    {
        _hash.AppendData(_buffer, 0, _used);
        _used = 0;
    }
}

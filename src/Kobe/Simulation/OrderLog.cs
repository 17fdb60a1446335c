using System.Buffers.Binary;
using System.Runtime.CompilerServices;
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
    /// <param name="kind">What.</param>
    /// <param name="at">When (UTC).</param>
    /// <param name="print">The key's print.</param>
    /// <param name="first">A number that belongs to it.</param>
    /// <param name="second">Another.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(char kind, DateTimeOffset at, long print, int first = 0, int second = 0)
    {
        Entries++;
        var room = Room(4 * sizeof(long));
        BinaryPrimitives.WriteInt64LittleEndian(room, at.UtcTicks);
        BinaryPrimitives.WriteInt64LittleEndian(room[8..], print);
        BinaryPrimitives.WriteInt64LittleEndian(room[16..], kind);
        BinaryPrimitives.WriteInt32LittleEndian(room[24..], first);
        BinaryPrimitives.WriteInt32LittleEndian(room[28..], second);
        _used += 4 * sizeof(long);
    }

    /// <summary>A key as a number (FNV-1a): the same on every machine and in every process.</summary>
    public static long PrintOf(OccurrenceKey key)
    {
        unchecked
        {
            var hash = 14695981039346656037ul;
            foreach (var c in key.Task)
            {
                hash = (hash ^ c) * 1099511628211ul;
            }

            hash = (hash ^ (ulong)key.Date.DayNumber) * 1099511628211ul;
            foreach (var c in key.Slot)
            {
                hash = (hash ^ c) * 1099511628211ul;
            }

            return (long)hash;
        }
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

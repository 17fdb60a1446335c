using System.Buffers.Binary;
using Kobe.Core.Runs;

namespace Kobe.Desk.Bars.Store;

/// <summary>How items lie in a file: a mark, then frames of a count, a checksum (CRC-32C) and so many items.</summary>
/// <remarks>Little-endian. A frame is what one append wrote. One that a crash cut short is the last; it is left out,
/// and the next append takes its place. A wrong one before the last is damage, and refused.</remarks>
/// <typeparam name="T">The items.</typeparam>
/// <typeparam name="TCodec">How one of them lies there.</typeparam>
internal static class Frames<T, TCodec>
    where TCodec : IFrameCodec<T>
{
    // More in one frame are cut into several.
    private const int ItemsMax = 100_000;

    private const int HeadBytes = 8;

    /// <summary>Reads all frames.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="items">Where the items go.</param>
    /// <param name="problem">What is wrong, as a sentence; null when nothing is.</param>
    /// <returns>The bytes that hold whole frames.</returns>
    public static int Read(ReadOnlySpan<byte> bytes, List<T> items, out string? problem)
    {
        problem = null;
        if (!bytes.StartsWith(TCodec.Mark))
        {
            var isTorn = bytes.Length < TCodec.Mark.Length && TCodec.Mark.StartsWith(bytes);
            problem = isTorn ? null : "It does not begin as such a file.";
            return 0;
        }

        var at = TCodec.Mark.Length;
        while (at < bytes.Length)
        {
            if (FrameAt(bytes[at..], items) is not { } length)
            {
                // Whole frames behind it: the disk, not a crash.
                problem = HasFrameBehind(bytes, at) ? $"The bytes from {at} on are not what was written." : null;
                return at;
            }

            at += length;
        }

        return at;
    }

    /// <summary>Frames of items.</summary>
    public static byte[] Write(ReadOnlySpan<T> items)
    {
        var frames = (items.Length + ItemsMax - 1) / ItemsMax;
        var bytes = new byte[(frames * HeadBytes) + (items.Length * TCodec.Bytes)];
        for (var at = 0; !items.IsEmpty; )
        {
            var count = Math.Min(items.Length, ItemsMax);
            var body = bytes.AsSpan(at + HeadBytes, count * TCodec.Bytes);
            for (var i = 0; i < count; i++)
            {
                TCodec.Put(body[(i * TCodec.Bytes)..], items[i]);
            }

            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at), count);
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at + 4), Crc32C.Of(body));
            at += HeadBytes + body.Length;
            items = items[count..];
        }

        return bytes;
    }

    private static int? FrameAt(ReadOnlySpan<byte> bytes, List<T>? items)
    {
        if (bytes.Length < HeadBytes)
        {
            return null;
        }

        var count = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        if (count is < 1 or > ItemsMax || bytes.Length < HeadBytes + (count * TCodec.Bytes))
        {
            return null;
        }

        var body = bytes.Slice(HeadBytes, count * TCodec.Bytes);
        if (Crc32C.Of(body) != BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]))
        {
            return null;
        }

        for (var i = 0; items is not null && i < count; i++)
        {
            items.Add(TCodec.Get(body[(i * TCodec.Bytes)..]));
        }

        return HeadBytes + body.Length;
    }

    // A frame whose count is right and whose body is wrong shows where the next one would begin.
    private static bool HasFrameBehind(ReadOnlySpan<byte> bytes, int at)
    {
        for (var next = at + 1; next + HeadBytes + TCodec.Bytes <= bytes.Length; next++)
        {
            if (FrameAt(bytes[next..], null) is not null)
            {
                return true;
            }
        }

        return false;
    }
}

using System.Buffers.Binary;
using Kobe.Core.Runs;

namespace Kobe.Desk.Bars.Store;

/// <summary>How bars lie in a file: a mark, then frames of a count, a checksum (CRC-32C) and so many bars.</summary>
/// <remarks>Little-endian. A frame is what one append wrote. One that a crash cut short is the last; it is left out,
/// and the next append takes its place. A wrong one before the last is damage, and refused.</remarks>
internal static class BarFrames
{
    /// <summary>A bar in a file: two instants and five numbers of eight bytes.</summary>
    public const int BarBytes = 56;

    /// <summary>More bars in one frame are cut into several.</summary>
    public const int BarsMax = 100_000;

    private const int HeadBytes = 8;

    /// <summary>What every file begins with.</summary>
    public static ReadOnlySpan<byte> Mark => "KOBEBAR1"u8;

    /// <summary>Reads all frames.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="bars">Where the bars go.</param>
    /// <param name="problem">What is wrong, as a sentence; null when nothing is.</param>
    /// <returns>The bytes that hold whole frames.</returns>
    public static int Read(ReadOnlySpan<byte> bytes, List<Bar> bars, out string? problem)
    {
        problem = null;
        if (!bytes.StartsWith(Mark))
        {
            var isTorn = bytes.Length < Mark.Length && Mark.StartsWith(bytes);
            problem = isTorn ? null : "It does not begin as a file of bars.";
            return 0;
        }

        var at = Mark.Length;
        while (at < bytes.Length)
        {
            if (FrameAt(bytes[at..], bars) is not { } length)
            {
                // Whole frames behind it: the disk, not a crash.
                problem = HasFrameBehind(bytes, at) ? $"The bytes from {at} on are not what was written." : null;
                return at;
            }

            at += length;
        }

        return at;
    }

    /// <summary>Frames of bars.</summary>
    public static byte[] Write(ReadOnlySpan<Bar> bars)
    {
        var frames = (bars.Length + BarsMax - 1) / BarsMax;
        var bytes = new byte[(frames * HeadBytes) + (bars.Length * BarBytes)];
        for (var at = 0; !bars.IsEmpty; )
        {
            var count = Math.Min(bars.Length, BarsMax);
            var body = bytes.AsSpan(at + HeadBytes, count * BarBytes);
            for (var i = 0; i < count; i++)
            {
                Put(body[(i * BarBytes)..], bars[i]);
            }

            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at), count);
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at + 4), Crc32C.Of(body));
            at += HeadBytes + body.Length;
            bars = bars[count..];
        }

        return bytes;
    }

    private static int? FrameAt(ReadOnlySpan<byte> bytes, List<Bar>? bars)
    {
        if (bytes.Length < HeadBytes)
        {
            return null;
        }

        var count = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        if (count is < 1 or > BarsMax || bytes.Length < HeadBytes + (count * BarBytes))
        {
            return null;
        }

        var body = bytes.Slice(HeadBytes, count * BarBytes);
        if (Crc32C.Of(body) != BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]))
        {
            return null;
        }

        for (var i = 0; bars is not null && i < count; i++)
        {
            bars.Add(Get(body[(i * BarBytes)..]));
        }

        return HeadBytes + body.Length;
    }

    // A frame whose count is right and whose body is wrong shows where the next one would begin.
    private static bool HasFrameBehind(ReadOnlySpan<byte> bytes, int at)
    {
        for (var next = at + 1; next + HeadBytes + BarBytes <= bytes.Length; next++)
        {
            if (FrameAt(bytes[next..], null) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static void Put(Span<byte> bytes, in Bar bar)
    {
        BinaryPrimitives.WriteInt64LittleEndian(bytes, bar.StartTicks);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[8..], bar.EndTicks);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes[16..], bar.Open);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes[24..], bar.High);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes[32..], bar.Low);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes[40..], bar.Close);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes[48..], bar.Volume);
    }

    private static Bar Get(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadInt64LittleEndian(bytes), BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]),
        BinaryPrimitives.ReadDoubleLittleEndian(bytes[16..]), BinaryPrimitives.ReadDoubleLittleEndian(bytes[24..]),
        BinaryPrimitives.ReadDoubleLittleEndian(bytes[32..]), BinaryPrimitives.ReadDoubleLittleEndian(bytes[40..]),
        BinaryPrimitives.ReadDoubleLittleEndian(bytes[48..]));
}

using System.Buffers.Binary;

namespace Kobe.Desk.Bars.Store;

/// <summary>A bar in a file: two instants and five numbers of eight bytes.</summary>
internal readonly struct BarCodec : IFrameCodec<Bar>
{
    public static ReadOnlySpan<byte> Mark => "KOBEBAR1"u8;

    public static int Bytes => 56;

    public static void Put(Span<byte> bytes, in Bar bar)
    {
        BinaryPrimitives.WriteInt64LittleEndian(bytes, bar.StartTicks);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[8..], bar.EndTicks);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes[16..], bar.Open);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes[24..], bar.High);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes[32..], bar.Low);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes[40..], bar.Close);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes[48..], bar.Volume);
    }

    public static Bar Get(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadInt64LittleEndian(bytes), BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]),
        BinaryPrimitives.ReadDoubleLittleEndian(bytes[16..]), BinaryPrimitives.ReadDoubleLittleEndian(bytes[24..]),
        BinaryPrimitives.ReadDoubleLittleEndian(bytes[32..]), BinaryPrimitives.ReadDoubleLittleEndian(bytes[40..]),
        BinaryPrimitives.ReadDoubleLittleEndian(bytes[48..]));
}

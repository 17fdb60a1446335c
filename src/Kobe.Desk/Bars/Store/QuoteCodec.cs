using System.Buffers.Binary;
using Kobe.Desk.Brokers;

namespace Kobe.Desk.Bars.Store;

/// <summary>A quote in a file: an instant and three exact decimals of sixteen bytes.</summary>
internal readonly struct QuoteCodec : IFrameCodec<Quote>
{
    private const int DecimalBytes = 16;

    public static ReadOnlySpan<byte> Mark => "KOBEQUO1"u8;

    public static int Bytes => 8 + (3 * DecimalBytes);

    public static void Put(Span<byte> bytes, in Quote quote)
    {
        BinaryPrimitives.WriteInt64LittleEndian(bytes, quote.At.UtcTicks);
        Put(bytes[8..], quote.Bid);
        Put(bytes[(8 + DecimalBytes)..], quote.Ask);
        Put(bytes[(8 + (2 * DecimalBytes))..], quote.Last);
    }

    public static Quote Get(ReadOnlySpan<byte> bytes) => new(
        Decimal(bytes[8..]), Decimal(bytes[(8 + DecimalBytes)..]), Decimal(bytes[(8 + (2 * DecimalBytes))..]),
        new(BinaryPrimitives.ReadInt64LittleEndian(bytes), TimeSpan.Zero));

    private static void Put(Span<byte> bytes, decimal number)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(number, parts);
        for (var i = 0; i < parts.Length; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes[(4 * i)..], parts[i]);
        }
    }

    private static decimal Decimal(ReadOnlySpan<byte> bytes)
    {
        Span<int> parts = stackalloc int[4];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = BinaryPrimitives.ReadInt32LittleEndian(bytes[(4 * i)..]);
        }

        return new(parts);
    }
}

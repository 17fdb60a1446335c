using System.Numerics;
using System.Runtime.InteropServices;

namespace Kobe.Core.Runs;

/// <summary>The Castagnoli checksum, eight bytes a step where the processor has an instruction for it.</summary>
/// <remarks>Polynomial 0x1EDC6F41 reflected, all ones before and after, as in RFC 3720 (iSCSI), appendix B.4.</remarks>
public static class Crc32C
{
    /// <summary>The checksum of these bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var step in MemoryMarshal.Cast<byte, ulong>(bytes))
        {
            crc = BitOperations.Crc32C(crc, BitConverter.IsLittleEndian ? step : ReverseBytes(step));
        }

        foreach (var rest in bytes[(bytes.Length & ~7)..])
        {
            crc = BitOperations.Crc32C(crc, rest);
        }

        return ~crc;
    }

    private static ulong ReverseBytes(ulong step) => System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(step);
}

using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Kobe.Doctor;

/// <summary>What the kernel says of its clock (adjtimex(2)).</summary>
internal static partial class KernelClock
{
    // struct timex has 208 bytes on 64-bit machines; the modes, which come first, are zero: nothing is changed.
    private const int Bytes = 208;
    private const int StatusAt = 40;
    private const int Unsynchronised = 0x40;
    private const int Error = 5;

    /// <summary>Whether a time server keeps it; null when the kernel does not say.</summary>
    public static bool? IsSynchronised()
    {
        if (!OperatingSystem.IsLinux() || IntPtr.Size != 8)
        {
            return null;
        }

        var timex = new byte[Bytes];
        var state = Ask(timex);
        return state < 0 ? null
            : state != Error && (BinaryPrimitives.ReadInt32LittleEndian(timex.AsSpan(StatusAt)) & Unsynchronised) == 0;
    }

    [LibraryImport("libc", EntryPoint = "adjtimex")]
    private static partial int Ask([In, Out] byte[] timex);
}

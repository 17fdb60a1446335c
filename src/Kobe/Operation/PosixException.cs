using System.Runtime.InteropServices;

namespace Kobe.Operation;

/// <summary>A system call failed, with its error number: what follows depends on which.</summary>
/// <param name="errno">The number.</param>
/// <param name="doing">What was tried, such as <c>write state/journal/2026-11-20.jsonl</c>.</param>
internal sealed class PosixException(int errno, string doing)
    : IOException($"Cannot {doing}: {Marshal.GetPInvokeErrorMessage(errno)}.", errno)
{
    /// <summary>The error number.</summary>
    public int Errno { get; } = errno;

    /// <summary>Whether it works again when there is room again.</summary>
    public bool IsNoSpace => Errno is Posix.NoSpace or Posix.QuotaExceeded or Posix.TooLarge;

    /// <summary>The exception for the call that just failed.</summary>
    public static PosixException Last(string doing) => new(Marshal.GetLastPInvokeError(), doing);
}

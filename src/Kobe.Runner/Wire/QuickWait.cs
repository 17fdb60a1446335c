using System.Runtime.InteropServices;

namespace Kobe.Runner.Wire;

/// <summary>Waits awake for the next message of a pipe as long as messages follow each other quickly, else not at all.
/// </summary>
/// <remarks>
/// An idle processor takes 30 µs to wake up, longer than a short run takes. While a queue of short runs drains, one
/// side works as the other waits; whoever else wants the processor of the one that waits gets it. ADR 0029.
/// </remarks>
/// <param name="pipe">The end that is read; it outlives this.</param>
internal sealed partial class QuickWait(SafeHandle pipe)
{
    private const short Readable = 1;

    // A message that came no later than this makes the next worth waiting for: a sync and a short run fit into it.
    private static readonly TimeSpan Quick = TimeSpan.FromMicroseconds(300);

    private readonly bool hasCompany = Environment.ProcessorCount > 1;
    private bool isQuick;
    private long begun;

    /// <summary>A message is wanted. Returns when there is one, or when it is time to sleep until there is.</summary>
    public void Begin()
    {
        begun = TimeProvider.System.GetTimestamp();
        while (isQuick && !HasMessage() && TimeProvider.System.GetElapsedTime(begun) < Quick)
        {
            // Whoever else wants this processor gets it at once.
            Thread.Yield();
        }
    }

    /// <summary>The message is there.</summary>
    public void End() => isQuick = hasCompany && TimeProvider.System.GetElapsedTime(begun) < Quick;

    private unsafe bool HasMessage()
    {
        var wanted = new Wanted { Descriptor = (int)pipe.DangerousGetHandle(), Events = Readable };
        return Poll(&wanted, 1, 0) != 0;
    }

    [LibraryImport("libc", EntryPoint = "poll")]
    private static unsafe partial int Poll(Wanted* wanted, nuint count, int milliseconds);

    [StructLayout(LayoutKind.Sequential)]
    private struct Wanted
    {
        public int Descriptor;
        public short Events;
        public short Found;
    }
}

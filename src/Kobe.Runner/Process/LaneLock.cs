using System.Runtime.InteropServices;

namespace Kobe.Runner.Process;

/// <summary>Held by the one runner that may run handlers, until the kernel closes it with the process.</summary>
internal static class LaneLock
{
    /// <summary>Waits for the lock. A runner that outlived its brain for some milliseconds has it until it is
    /// dead.</summary>
    /// <exception cref="IOException">The file can't be opened or locked.</exception>
    public static void Take(string path)
    {
        var file = Native.Open(
            path, Native.OpenReadWrite | Native.OpenCreate | Native.OpenCloseOnExec, Native.OwnerOnly);
        if (file < 0)
        {
            throw Problem(path);
        }

        while (Native.Lock(file, Native.LockExclusive) < 0)
        {
            if (Marshal.GetLastPInvokeError() != Native.Interrupted)
            {
                throw Problem(path);
            }
        }

        // The descriptor is never closed: the lock is the process's life.
    }

    private static IOException Problem(string path) =>
        new($"The lane's lock {path} can't be taken: {Marshal.GetLastPInvokeErrorMessage()}.");
}

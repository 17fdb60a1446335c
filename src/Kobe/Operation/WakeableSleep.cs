using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Kobe.Operation;

/// <summary>A sleep of one thread that any other can end, and that ends on time when none does.</summary>
/// <remarks>
/// The runtime's own waits count whole milliseconds, wake some of them late, and spin before they sleep, which on a
/// machine of few cores takes from those they wait for. The kernel's wait on an event does neither (eventfd, ppoll).
/// </remarks>
internal sealed partial class WakeableSleep : IDisposable
{
    private const int NonBlocking = 0x800;
    private const short Readable = 1;
    private const int SetTimerSlack = 29;

    // A sleeping processor takes 100 to 200 µs until it is at work again, now and then twice that.
    private static readonly TimeSpan WakeUp = TimeSpan.FromMicroseconds(400);

    private readonly bool _hasCompany = Environment.ProcessorCount > 1;
    private readonly SafeFileHandle _event;
    private int _woken;

    /// <exception cref="PosixException">The process has no descriptor left.</exception>
    public WakeableSleep()
    {
        _event = Event(0, Posix.CloseOnExec | NonBlocking);
        if (_event.IsInvalid)
        {
            throw PosixException.Last("make an event to sleep on");
        }
    }

    /// <summary>Lets the calling thread's sleeps end on time: the kernel else gathers wake-ups of 50 µs.</summary>
    public static void BePunctual() => _ = Control(SetTimerSlack, 1, 0, 0, 0);

    /// <summary>Ends the sleep, or the next one if none goes on. Any thread may call it at any time.</summary>
    public void Wake()
    {
        if (Interlocked.Exchange(ref _woken, 1) != 0)
        {
            return;
        }

        try
        {
            var one = 1L;
            _ = Write(_event, in one, sizeof(long));
        }
        catch (ObjectDisposedException)
        {
            // Who slept is gone; others may go on telling while the program ends.
        }
    }

    /// <summary>Sleeps until it is woken or the time is over.</summary>
    /// <param name="span">How long at most; null: until it is woken.</param>
    /// <returns>Whether it was woken.</returns>
    public bool Sleep(TimeSpan? span)
    {
        if (Volatile.Read(ref _woken) == 0 && !Waits(span))
        {
            return false;
        }

        // First the mark and then the event: who wakes in between is heard by the next sleep.
        Volatile.Write(ref _woken, 0);
        _ = Read(_event, out _, sizeof(long));
        return true;
    }

    /// <summary>Sleeps as <see cref="Sleep"/> does, but is awake already when the time is over. ADR 0030.</summary>
    /// <remarks>Whoever else wants the processor meanwhile gets it. With one processor nobody waits awake.</remarks>
    /// <param name="span">How long at most.</param>
    public void SleepLightly(TimeSpan span)
    {
        var began = TimeProvider.System.GetTimestamp();
        if (!_hasCompany)
        {
            Sleep(span);
        }
        else if (span <= WakeUp || !Sleep(span - WakeUp))
        {
            while (Volatile.Read(ref _woken) == 0 && TimeProvider.System.GetElapsedTime(began) < span)
            {
                Thread.Yield();
            }

            Sleep(TimeSpan.Zero);
        }
    }

    public void Dispose() => _event.Dispose();

    private unsafe bool Waits(TimeSpan? span)
    {
        var wanted = new Wanted { Descriptor = (int)_event.DangerousGetHandle(), Events = Readable };
        var limit = new Limit
        {
            Seconds = (span ?? default).Ticks / TimeSpan.TicksPerSecond,
            Nanoseconds = (span ?? default).Ticks % TimeSpan.TicksPerSecond * 100,
        };
        return Poll(&wanted, 1, span is null ? null : &limit, 0) > 0;
    }

    [LibraryImport("libc", EntryPoint = "eventfd", SetLastError = true)]
    private static partial SafeFileHandle Event(uint initial, int flags);

    [LibraryImport("libc", EntryPoint = "write")]
    private static partial nint Write(SafeFileHandle handle, in long value, nint size);

    [LibraryImport("libc", EntryPoint = "read")]
    private static partial nint Read(SafeFileHandle handle, out long value, nint size);

    [LibraryImport("libc", EntryPoint = "ppoll")]
    private static unsafe partial int Poll(Wanted* wanted, nuint count, Limit* limit, nint signals);

    [LibraryImport("libc", EntryPoint = "prctl")]
    private static partial int Control(int what, nuint value, nuint second, nuint third, nuint fourth);

    [StructLayout(LayoutKind.Sequential)]
    private struct Wanted
    {
        public int Descriptor;
        public short Events;
        public short Found;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Limit
    {
        public long Seconds;
        public long Nanoseconds;
    }
}

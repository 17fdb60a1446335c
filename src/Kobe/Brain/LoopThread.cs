using System.Runtime.InteropServices;

namespace Kobe.Brain;

/// <summary>Drives the loop on a thread of its own: a turn, then sleep until there is something to do.</summary>
internal sealed partial class LoopThread
{
    // A wait on a signal wakes up to a millisecond or two late; the last stretch is slept through precisely.
    private static readonly TimeSpan LastStretch = TimeSpan.FromMilliseconds(3);

    private readonly BrainLoop _loop;
    private readonly object _gate = new();
    private readonly Thread _thread;
    private bool _woken;
    private Exception? _failure;

    public LoopThread(BrainLoop loop, Inbox inbox)
    {
        _loop = loop;
        inbox.Arrived = Wake;
        _thread = new Thread(Run) { Name = "kobe loop", IsBackground = true };
    }

    public void Start() => _thread.Start();

    /// <summary>Waits for the loop's end.</summary>
    /// <returns>The programmer's mistake that it died of; null when it ended as it should.</returns>
    public Exception? Join()
    {
        _thread.Join();
        return _failure;
    }

    private void Run()
    {
        try
        {
            while (!_loop.IsOver)
            {
                _loop.Turn();
                if (!_loop.IsOver)
                {
                    Sleep(_loop.NextWake(bounded: true));
                }
            }
        }
#pragma warning disable CA1031 // the one place where the loop's own failure becomes the process's exit code
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _failure = failure;
        }
    }

    // Runners go on telling while the program ends, so there is nothing here that could be disposed of by then.
    private void Wake()
    {
        lock (_gate)
        {
            _woken = true;
            Monitor.Pulse(_gate);
        }
    }

    private bool IsWokenWithin(TimeSpan span)
    {
        lock (_gate)
        {
            if (!_woken)
            {
                Monitor.Wait(_gate, (int)span.TotalMilliseconds);
            }

            var woken = _woken;
            _woken = false;
            return woken;
        }
    }

    private void Sleep(TimeSpan span)
    {
        if (span > LastStretch)
        {
            if (IsWokenWithin(span - LastStretch))
            {
                return;
            }

            // The clock is asked again for what remains: the wait may have taken longer than it was told to.
            span = _loop.Remaining();
        }

        // A message that comes in these milliseconds waits for their end: a due start is worth more.
        if (span > TimeSpan.Zero && span <= LastStretch)
        {
            var pause = new Pause { Nanoseconds = span.Ticks * 100 };
            SleepPrecisely(in pause, IntPtr.Zero);
        }
    }

    [LibraryImport("libc", EntryPoint = "nanosleep")]
    private static partial int SleepPrecisely(in Pause pause, IntPtr remaining);

    [StructLayout(LayoutKind.Sequential)]
    private struct Pause
    {
        public long Seconds;
        public long Nanoseconds;
    }
}

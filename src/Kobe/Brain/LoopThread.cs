using System.Runtime.InteropServices;

namespace Kobe.Brain;

/// <summary>Drives the loop on a thread of its own: a turn, then sleep until there is something to do.</summary>
internal sealed partial class LoopThread : IDisposable
{
    // A wait on a signal wakes up to a millisecond or two late; the last stretch is slept through precisely.
    private static readonly TimeSpan LastStretch = TimeSpan.FromMilliseconds(3);

    private readonly BrainLoop _loop;
    private readonly AutoResetEvent _signal = new(false);
    private readonly Thread _thread;
    private Exception? _failure;

    public LoopThread(BrainLoop loop, Inbox inbox)
    {
        _loop = loop;
        inbox.Arrived = () => _signal.Set();
        _thread = new Thread(Run) { Name = "kobe loop", IsBackground = true };
    }

    public void Start() => _thread.Start();

    /// <summary>Waits for the loop's end.</summary>
    /// <exception cref="InvalidOperationException">The loop died of a programmer's mistake.</exception>
    public void Join()
    {
        _thread.Join();
        if (_failure is not null)
        {
            throw new InvalidOperationException("The loop died: " + _failure.Message, _failure);
        }
    }

    public void Dispose() => _signal.Dispose();

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

    private void Sleep(TimeSpan span)
    {
        if (span > LastStretch)
        {
            if (_signal.WaitOne((int)(span - LastStretch).TotalMilliseconds))
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

using Kobe.Operation;

namespace Kobe.Brain;

/// <summary>Drives the loop on a thread of its own: a turn, then sleep until there is something to do.</summary>
#pragma warning disable CA1001 // The sleep lives as long as the process: runners go on telling while the program ends.
internal sealed class LoopThread
#pragma warning restore CA1001
{
    private readonly BrainLoop _loop;
    private readonly Thread _thread;
    private readonly WakeableSleep _sleep = new();
    private Exception? _failure;

    public LoopThread(BrainLoop loop, Inbox inbox)
    {
        _loop = loop;
        inbox.Arrived = _sleep.Wake;
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
            WakeableSleep.BePunctual();
            while (!_loop.IsOver)
            {
                _loop.Turn();

                // By the clock as it stands now: the turn itself took time.
                if (!_loop.IsOver && _loop.Remaining() is var span && span > TimeSpan.Zero)
                {
                    _sleep.Sleep(span);
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
}

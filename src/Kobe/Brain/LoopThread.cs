using Kobe.Operation;

namespace Kobe.Brain;

/// <summary>Drives the loop on a thread of its own: a turn, then sleep until there is something to do.</summary>
/// <remarks>
/// Whoever brings the end of a run takes the turn that follows it, if the loop sleeps: what starts next need not wait
/// until another thread has woken up, which takes a third as long as a sync. There is never more than one turn at a
/// time, and a handler never runs inside of one.
/// </remarks>
#pragma warning disable CA1001 // The sleep lives as long as the process: runners go on telling while the program ends.
internal sealed class LoopThread
#pragma warning restore CA1001
{
    private readonly BrainLoop _loop;
    private readonly Thread _thread;
    private readonly WakeableSleep _sleep = new();
    private readonly Lock _turning = new();
    private TimeSpan _wakeAt;
    private Exception? _failure;

    public LoopThread(BrainLoop loop, Inbox inbox)
    {
        _loop = loop;
        inbox.Arrived = _sleep.Wake;
        inbox.RunEnded = GoOn;
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

    private bool IsOver => _loop.IsOver || _failure is not null;

    private void Run()
    {
        WakeableSleep.BePunctual();
        while (TurnAndLook() is var (span, isAwaited))
        {
            if (span > TimeSpan.Zero && isAwaited)
            {
                _sleep.SleepLightly(span);
            }
            else if (span > TimeSpan.Zero)
            {
                _sleep.Sleep(span);
            }
        }
    }

    // How long to sleep, and whether for an instant or only for the next look; null when the loop is over.
    private (TimeSpan Span, bool IsAwaited)? TurnAndLook()
    {
        lock (_turning)
        {
            Turn();
            if (IsOver)
            {
                return null;
            }

            _wakeAt = _loop.WakeAt;
            return (_loop.Until(_wakeAt), _wakeAt - _loop.State.Clock.Mono < WakeTime.Pace);
        }
    }

    // A host that refuses a start tells so inside of a turn; that turn is not over yet.
    private void GoOn()
    {
        if (_turning.IsHeldByCurrentThread || !_turning.TryEnter())
        {
            _sleep.Wake();
            return;
        }

        bool isSooner;
        try
        {
            Turn();
            isSooner = IsOver || _loop.WakeAt < _wakeAt;
        }
        finally
        {
            _turning.Exit();
        }

        if (isSooner)
        {
            _sleep.Wake();
        }
    }

    private void Turn()
    {
        try
        {
            if (!IsOver)
            {
                _loop.Turn();
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

using Kobe.Logging;

namespace Kobe.Views;

/// <summary>A thread that takes one step after the other, as far apart as each step asks for.</summary>
/// <remarks>A thread, not a timer: it must go on when the thread pool is starved.</remarks>
internal sealed class SteadyThread : IDisposable
{
    private static readonly TimeSpan AfterError = TimeSpan.FromSeconds(1);

    // A step that hangs on a disk must not hold up the end of the program.
    private static readonly TimeSpan EndMax = TimeSpan.FromSeconds(2);

    private readonly ManualResetEvent _stop = new(false);
    private readonly Func<TimeSpan> _step;
    private readonly Log _log;
    private readonly Action? _begin;
    private readonly Thread _thread;

    /// <summary>Starts it.</summary>
    /// <param name="name">The thread's name, and the log's source.</param>
    /// <param name="step">The step; it says how long to wait for the next.</param>
    /// <param name="log">Gets what a step throws.</param>
    /// <param name="begin">Done once before the first step, on the thread.</param>
    public SteadyThread(string name, Func<TimeSpan> step, Log log, Action? begin = null)
    {
        _begin = begin;
        _step = step;
        _log = log;
        _thread = new Thread(Run) { IsBackground = true, Name = name };
        _thread.Start();
    }

    /// <summary>Takes a last step and ends.</summary>
    public void Dispose()
    {
        _stop.Set();
        if (_thread.Join(EndMax))
        {
            _stop.Dispose();
        }
    }

    private void Run()
    {
        _begin?.Invoke();
        while (!_stop.WaitOne(Step()))
        {
        }

        _ = Step();
    }

    private TimeSpan Step()
    {
        try
        {
            return _step();
        }
#pragma warning disable CA1031 // The thread's edge: whatever a step throws is logged, and the next step tried.
        catch (Exception error)
#pragma warning restore CA1031
        {
            _log.Error(_thread.Name!, "A step failed and is tried again.", error);
            return AfterError;
        }
    }
}

using Kobe.Operation;

namespace Kobe.Logging;

/// <summary>A sink behind a bounded queue, with its own thread: whoever logs never waits and never fails.</summary>
internal sealed class SinkQueue : IDisposable
{
    // At a few hundred bytes each about a megabyte: what a minute's stall of a disk may cost.
    private const int EntriesMax = 4096;
    private const int BatchMax = 256;

    // A terminal that was stopped must not hold up the end of the program.
    private static readonly TimeSpan EndMax = TimeSpan.FromSeconds(2);

    // A burst is written in gulps: to wake for each of thousands of lines a second would take a core from the brain.
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(20);

    private readonly Queue<LogEntry> _entries = new();
    private readonly object _gate = new();
    private readonly ILogSink _sink;
    private readonly TimeProvider _time;
    private readonly Thread _thread;
    private bool _waits;
    private bool _ended;
    private long _dropped;
    private string? _failure;

    public SinkQueue(ILogSink sink, string name, TimeProvider time)
    {
        _sink = sink;
        _time = time;
        _thread = new Thread(Run) { IsBackground = true, Name = $"log {name}" };
        _thread.Start();
    }

    /// <summary>How many lines were lost since the last that said so.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    public void Add(LogEntry entry)
    {
        lock (_gate)
        {
            // Whatever is logged behind the end is lost, and counted.
            if (_ended || _entries.Count >= EntriesMax)
            {
                Interlocked.Increment(ref _dropped);
                return;
            }

            _entries.Enqueue(entry);
            if (_waits)
            {
                _waits = false;
                Monitor.Pulse(_gate);
            }
        }
    }

    /// <summary>Writes what waits, within limits.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_ended)
            {
                return;
            }

            _ended = true;
            Monitor.Pulse(_gate);
        }

        if (_thread.Join(EndMax))
        {
            _sink.Dispose();
        }
    }

    private void Run()
    {
        // Who logs thousands of lines a second has better use for a processor than its log.
        ThreadNiceness.GiveWay();
        var batch = new List<LogEntry>(BatchMax + 1);
        while (Take(batch))
        {
            Write(batch);
            Gather();
        }

        batch.Clear();
        if (AddDropped(batch) is var last and > 0)
        {
            Write(batch, last);
        }
    }

    // False: it ended, and nothing waits.
    private bool Take(List<LogEntry> batch)
    {
        batch.Clear();
        lock (_gate)
        {
            while (_entries.Count == 0 && !_ended)
            {
                _waits = true;
                Monitor.Wait(_gate);
                _waits = false;
            }

            while (batch.Count < BatchMax && _entries.TryDequeue(out var entry))
            {
                batch.Add(entry);
            }
        }

        return batch.Count > 0;
    }

    // Only the end cuts it short; what comes meanwhile waits.
    private void Gather()
    {
        lock (_gate)
        {
            if (_entries.Count < BatchMax && !_ended)
            {
                Monitor.Wait(_gate, Gathering);
            }
        }
    }

    private void Write(List<LogEntry> entries)
    {
        var lost = new List<LogEntry>(1);
        var dropped = AddDropped(lost);
        entries.InsertRange(0, lost);
        Write(entries, dropped);
    }

    // A line on those that were lost goes first; how many it speaks of.
    private long AddDropped(List<LogEntry> batch)
    {
        var dropped = Interlocked.Exchange(ref _dropped, 0);
        if (dropped > 0)
        {
            var why = _failure ?? "they came faster than they could be written";
            batch.Add(new(_time.GetUtcNow(), LogLevel.Warning, "log", $"{dropped} lines were lost: {why}", null));
            _failure = null;
        }

        return dropped;
    }

    private void Write(List<LogEntry> batch, long dropped)
    {
        try
        {
            _sink.Write(batch);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            // Nowhere to say it but in the sink itself, once it works again.
            _failure = error.Message;
            Interlocked.Add(ref _dropped, dropped + batch.Count - (dropped > 0 ? 1 : 0));
        }
    }
}

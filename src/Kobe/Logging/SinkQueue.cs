using System.Collections.Concurrent;

namespace Kobe.Logging;

/// <summary>A sink behind a bounded queue, with its own thread: whoever logs never waits and never fails.</summary>
internal sealed class SinkQueue : IDisposable
{
    // At a few hundred bytes each about a megabyte: what a minute's stall of a disk may cost.
    private const int EntriesMax = 4096;
    private const int BatchMax = 256;

    // A terminal that was stopped must not hold up the end of the program.
    private static readonly TimeSpan EndMax = TimeSpan.FromSeconds(2);

    private readonly BlockingCollection<LogEntry> _entries = new(EntriesMax);
    private readonly ILogSink _sink;
    private readonly TimeProvider _time;
    private readonly Thread _thread;
    private long _dropped;
    private string? _failure;
    private int _ended;

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
        try
        {
            if (_entries.TryAdd(entry))
            {
                return;
            }
        }
        catch (Exception error) when (error is InvalidOperationException or ObjectDisposedException)
        {
            // It ended already: whatever is logged behind the end is lost, and counted.
        }

        Interlocked.Increment(ref _dropped);
    }

    /// <summary>Writes what waits, within limits.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _ended, 1) == 1)
        {
            return;
        }

        _entries.CompleteAdding();
        if (_thread.Join(EndMax))
        {
            _sink.Dispose();
            _entries.Dispose();
        }
    }

    private void Run()
    {
        var batch = new List<LogEntry>(BatchMax);
        foreach (var entry in _entries.GetConsumingEnumerable())
        {
            batch.Clear();
            var dropped = AddDropped(batch);
            batch.Add(entry);
            while (batch.Count < BatchMax && _entries.TryTake(out var next))
            {
                batch.Add(next);
            }

            Write(batch, dropped);
        }

        batch.Clear();
        if (AddDropped(batch) is var last and > 0)
        {
            Write(batch, last);
        }
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

using System.Collections.Concurrent;
using Kobe.Logging;

namespace Kobe.Tests.Logging;

/// <summary>Keeps what is written; on demand it waits, or fails.</summary>
internal sealed class ListSink : ILogSink
{
    private readonly ConcurrentQueue<LogEntry> _entries = new();

    /// <summary>Set while writes may pass.</summary>
    public ManualResetEventSlim Open { get; } = new(true);

    /// <summary>Set once a write has begun.</summary>
    public ManualResetEventSlim Writing { get; } = new(false);

    /// <summary>Set once a write has failed.</summary>
    public ManualResetEventSlim Failed { get; } = new(false);

    /// <summary>What writes fail with; null when they don't.</summary>
    public Exception? Failure { get; set; }

    public IReadOnlyList<LogEntry> Entries => [.. _entries];

    public void Write(IReadOnlyList<LogEntry> entries)
    {
        Writing.Set();
        Open.Wait(TimeSpan.FromSeconds(30));
        if (Failure is { } failure)
        {
            Failed.Set();
            throw failure;
        }

        foreach (var entry in entries)
        {
            _entries.Enqueue(entry);
        }
    }

    public void Dispose()
    {
        Open.Dispose();
        Writing.Dispose();
        Failed.Dispose();
    }
}

namespace Kobe.Logging;

/// <summary>Where lines of the log go. It has a thread of its own, so it may wait for a disk or a terminal.</summary>
internal interface ILogSink : IDisposable
{
    /// <summary>Writes the lines; an exception loses them, and is counted.</summary>
    void Write(IReadOnlyList<LogEntry> entries);
}

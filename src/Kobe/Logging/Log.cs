namespace Kobe.Logging;

/// <summary>The program's log. Any thread may write; none waits for it or fails because of it.</summary>
internal sealed class Log : IDisposable
{
    private readonly IReadOnlyList<SinkQueue> _sinks;
    private readonly LogLevel _least;
    private readonly TimeProvider _time;

    /// <summary>A log that writes to these sinks and owns them.</summary>
    /// <param name="least">The least important lines that are written.</param>
    /// <param name="time">The clock.</param>
    /// <param name="redaction">What is taken out of every line.</param>
    /// <param name="sinks">Where lines go, by name.</param>
    public Log(LogLevel least, TimeProvider time, Redaction redaction, params (string Name, ILogSink Sink)[] sinks)
    {
        _least = least;
        _time = time;
        Redaction = redaction;
        _sinks = [.. sinks.Select(sink => new SinkQueue(sink.Sink, sink.Name, time))];
    }

    /// <summary>What is taken out of every line; whatever else leaves the program asks it too.</summary>
    public Redaction Redaction { get; }

    public void Debug(string source, string message) => Write(LogLevel.Debug, source, message, null);

    public void Info(string source, string message) => Write(LogLevel.Info, source, message, null);

    public void Warning(string source, string message, Exception? error = null) =>
        Write(LogLevel.Warning, source, message, error);

    public void Error(string source, string message, Exception? error = null) =>
        Write(LogLevel.Error, source, message, error);

    /// <summary>Whether lines of this level are written at all.</summary>
    public bool Has(LogLevel level) => level >= _least && _sinks.Count > 0;

    public void Write(LogLevel level, string source, string message, Exception? error)
    {
        if (!Has(level))
        {
            return;
        }

        var entry = new LogEntry(_time.GetUtcNow(), level, source, Redaction.Clean(message),
            error is null ? null : Redaction.Clean(error.ToString()));
        foreach (var sink in _sinks)
        {
            sink.Add(entry);
        }
    }

    /// <summary>Writes what waits, within limits.</summary>
    public void Dispose()
    {
        foreach (var sink in _sinks)
        {
            sink.Dispose();
        }
    }
}

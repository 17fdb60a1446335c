namespace Kobe.Logging;

/// <summary>The log on stderr: stdout belongs to answers.</summary>
/// <param name="lines">What lines look like.</param>
/// <param name="stream">Stderr.</param>
internal sealed class ConsoleSink(LogLines lines, Stream stream) : ILogSink
{
    public void Write(IReadOnlyList<LogEntry> entries) => stream.Write(lines.Of(entries));

    public void Dispose() => stream.Dispose();
}

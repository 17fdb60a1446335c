using System.Text;
using Kobe.Contracts;

namespace Kobe.Plugins.Scripts.Processes;

/// <summary>What a program prints: line by line into the log, up to a limit, and the last line of JSON kept.</summary>
/// <remarks>Beyond the limit it is read and forgotten: a program that prints is never held up.</remarks>
internal sealed class ScriptOutput(ITaskLog log)
{
    /// <summary>Characters of a run that reach the log, as for what plugins print.</summary>
    public const int LoggedMax = 65_536;

    /// <summary>Characters of a line that may be a result: more facts than that would be nobody's.</summary>
    public const int LineMax = 1_048_576;

    private readonly Lock gate = new();
    private int logged;
    private long dropped;
    private bool closed;

    /// <summary>The last line of standard output that looks like a JSON object; null when there was none.</summary>
    public string? LastJson { get; private set; }

    /// <summary>The last line of standard error that isn't blank; null when there was none.</summary>
    public string? LastErrorLine { get; private set; }

    /// <summary>Reads a stream to its end.</summary>
    public void Read(Stream stream, bool isError)
    {
        var decoder = Encoding.UTF8.GetDecoder();
        var bytes = new byte[8_192];
        var text = new char[8_192];
        var line = new StringBuilder();
        try
        {
            int read;
            while ((read = stream.Read(bytes)) > 0)
            {
                foreach (var character in text.AsSpan(0, decoder.GetChars(bytes, 0, read, text, 0)))
                {
                    if (character == '\n')
                    {
                        Take(line, isError);
                    }
                    else if (line.Length <= LineMax)
                    {
                        line.Append(character);
                    }
                }
            }
        }
        catch (Exception broken) when (broken is IOException or ObjectDisposedException)
        {
            // The process is gone.
        }

        Take(line, isError);
    }

    /// <summary>Ends the run: what comes from now on is nobody's.</summary>
    public void Close()
    {
        lock (gate)
        {
            closed = true;
            if (dropped > 0)
            {
                log.Warning($"({dropped} more lines of output: the log takes {LoggedMax} characters of a run)");
            }
        }
    }

    private void Take(StringBuilder collected, bool isError)
    {
        if (collected.Length == 0)
        {
            return;
        }

        var line = collected.ToString().TrimEnd('\r');
        collected.Clear();
        lock (gate)
        {
            if (closed)
            {
                return;
            }

            Remember(line, isError);
            if (logged + line.Length > LoggedMax)
            {
                dropped++;
                return;
            }

            logged += line.Length;
            log.Write(isError ? LogLevel.Warning : LogLevel.Information, line);
        }
    }

    private void Remember(string line, bool isError)
    {
        var trimmed = line.AsSpan().Trim();
        if (isError)
        {
            LastErrorLine = trimmed.Length > 0 ? line : LastErrorLine;
        }
        else if (trimmed is ['{', .., '}'])
        {
            LastJson = line;
        }
        else if (line.Length > LineMax && trimmed[0] == '{')
        {
            // Too long to be a result; it is refused where results are read, not passed over.
            LastJson = line;
        }
    }
}

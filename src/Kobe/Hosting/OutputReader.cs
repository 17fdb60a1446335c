using System.Text;
using Kobe.Runner.Lane;

namespace Kobe.Hosting;

/// <summary>Reads what a runner and its children print, line by line, up to a limit for each run.</summary>
/// <remarks>Beyond the limit it goes on reading and forgets: nobody who prints is ever held up, and nothing
/// grows.</remarks>
internal sealed class OutputReader(Stream output, int limit, Action<string> printed)
{
    private readonly Decoder decoder = Encoding.UTF8.GetDecoder();
    private readonly StringBuilder line = new();
    private volatile bool begun = true;
    private int left;
    private Thread? thread;

    /// <summary>Begins to read, on a thread of its own.</summary>
    public void Begin(string name, int stackBytes)
    {
        thread = new(Read, stackBytes) { IsBackground = true, Name = name };
        thread.Start();
    }

    /// <summary>A new run may print as much again.</summary>
    public void BeginRun() => begun = true;

    /// <summary>Waits until all has been read; not for ever, for somebody else may hold the other end.</summary>
    public void WaitEnd(TimeSpan wait) => thread?.Join(wait);

    private void Read()
    {
        var bytes = new byte[8_192];
        var text = new char[8_192];
        try
        {
            int read;
            while ((read = output.Read(bytes)) > 0)
            {
                if (begun)
                {
                    begun = false;
                    left = limit;
                }

                if (left > 0)
                {
                    Take(text.AsSpan(0, decoder.GetChars(bytes, 0, Math.Min(read, left), text, 0)));
                    left -= read;
                    SayWhenFull();
                }
            }
        }
        catch (Exception broken) when (broken is IOException or ObjectDisposedException)
        {
            // The process is gone.
        }

        EndLine();
    }

    private void Take(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (character == '\n')
            {
                EndLine();
            }
            else if (line.Length < LaneLimits.Line)
            {
                line.Append(character);
            }
        }
    }

    private void SayWhenFull()
    {
        if (left <= 0)
        {
            EndLine();
            decoder.Reset();
            printed($"(more than {limit} bytes of output: the rest is dropped)");
        }
    }

    private void EndLine()
    {
        if (line.Length > 0)
        {
            printed(line.ToString());
            line.Clear();
        }
    }
}

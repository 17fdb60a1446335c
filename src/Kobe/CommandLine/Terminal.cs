using System.Text;
using Kobe.Operation;

namespace Kobe.CommandLine;

/// <summary>Stdout: what it is, and text written to it at once; and stderr, where complaints go.</summary>
/// <remarks>
/// Not by the console of the class library: it asks what the terminal can do, starts a thread for its signals and makes
/// a writer, which together takes longer than a short answer. What the system does not take at once is left to it.
/// </remarks>
internal static class Terminal
{
    private const int Output = 1;
    private const int Error = 2;

    /// <summary>Whether a person looks at stdout and has not asked for plain text.</summary>
    public static bool IsRich =>
        Posix.IsTerminal(Output) == 1 && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    public static void Write(StringBuilder text) =>
        Write(Output, Encoding.UTF8.GetBytes(text.ToString()), Console.OpenStandardOutput);

    /// <summary>Writes over the present line of stderr: how far something is.</summary>
    public static void Overwrite(string text)
    {
        using var stderr = Console.OpenStandardError();
        stderr.Write(Encoding.UTF8.GetBytes("\r" + text));
    }

    /// <summary>A line on stderr; where nobody can read one the exit code must do.</summary>
    public static void Complain(string line)
    {
        try
        {
            Write(Error, Encoding.UTF8.GetBytes(line + "\n"), Console.OpenStandardError);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Closed or full: there is no other place to say so.
        }
    }

    private static unsafe void Write(int file, ReadOnlySpan<byte> bytes, Func<Stream> console)
    {
        var written = 0;
        fixed (byte* start = bytes)
        {
            written = (int)Math.Max(0, Posix.Write(file, start, bytes.Length));
        }

        // Too slow a reader, none at all, or an error: the console knows what to do with each.
        if (written < bytes.Length)
        {
            using var stream = console();
            stream.Write(bytes[written..]);
        }
    }
}

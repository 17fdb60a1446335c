using System.Text;

namespace Kobe.CommandLine;

/// <summary>Stdout: what it is, and text written to it at once; and stderr, where complaints go.</summary>
internal static class Terminal
{
    /// <summary>Whether a person looks at stdout and has not asked for plain text.</summary>
    public static bool IsRich =>
        !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    public static void Write(StringBuilder text)
    {
        using var stdout = Console.OpenStandardOutput();
        stdout.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }

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
            // Not Console.Error: its writer costs more than the line.
            using var stderr = Console.OpenStandardError();
            stderr.Write(Encoding.UTF8.GetBytes(line + "\n"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Closed or full: there is no other place to say so.
        }
    }
}

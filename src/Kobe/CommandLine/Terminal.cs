using System.Text;

namespace Kobe.CommandLine;

/// <summary>Stdout: what it is, and text written to it at once.</summary>
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
}

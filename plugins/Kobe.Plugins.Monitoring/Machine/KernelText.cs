using System.Globalization;

namespace Kobe.Plugins.Monitoring.Machine;

/// <summary>Numbers in the kernel's text files; null wherever there is no such file or line.</summary>
internal static class KernelText
{
    /// <summary>The first number behind a name: <c>MemAvailable:  24023916 kB</c>.</summary>
    public static long? Number(string path, string name)
    {
        foreach (var line in Lines(path))
        {
            if (line.StartsWith(name + ":", StringComparison.Ordinal))
            {
                var words = line[(name.Length + 1)..].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
                return words is [var first, ..]
                    && long.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : null;
            }
        }

        return null;
    }

    /// <summary>The first word of a file.</summary>
    public static string? FirstWord(string path) =>
        Lines(path) is [var line, ..] ? line.Trim().Split(' ')[0] : null;

    private static string[] Lines(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}

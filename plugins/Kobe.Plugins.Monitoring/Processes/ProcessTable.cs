using System.Globalization;
using System.Text;

namespace Kobe.Plugins.Monitoring.Processes;

/// <summary>The processes of the machine, as /proc shows them (proc(5)).</summary>
internal static class ProcessTable
{
    private const string Runner = "kobe-runner";

    // The unit of times in /proc/PID/stat on every Linux: USER_HZ.
    private const double TicksPerSecond = 100;

    // Counted behind the name in brackets, which may hold spaces: state, parent, … start time.
    private const int Parent = 1;
    private const int StartTime = 19;

    /// <summary>Reads the table.</summary>
    /// <param name="root">Where it is: /proc.</param>
    /// <exception cref="IOException">There is none.</exception>
    public static IReadOnlyList<FoundProcess> Read(string root)
    {
        var uptime = double.Parse(
            File.ReadAllText(Path.Combine(root, "uptime")).Split(' ')[0], CultureInfo.InvariantCulture);
        var found = new List<FoundProcess>();
        foreach (var folder in Directory.EnumerateDirectories(root))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var pid)
                && Read(folder, pid, uptime) is { } process)
            {
                found.Add(process);
            }
        }

        found.Sort((one, other) => one.Pid.CompareTo(other.Pid));
        return found;
    }

    private static FoundProcess? Read(string folder, int pid, double uptime)
    {
        try
        {
            var stat = File.ReadAllText(Path.Combine(folder, "stat"));
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            var began = long.Parse(fields[StartTime], CultureInfo.InvariantCulture) / TicksPerSecond;
            return new(
                pid, int.Parse(fields[Parent], CultureInfo.InvariantCulture), fields[0][0],
                TimeSpan.FromSeconds(Math.Max(0, uptime - began)), IsRunner(folder));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException or FormatException
            or ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            return null; // It ended while it was looked at, or belongs to somebody else.
        }
    }

    private static bool IsRunner(string folder)
    {
        var words = Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(folder, "cmdline"))).Split('\0');
        return words.Take(3).Any(word => Path.GetFileNameWithoutExtension(word) == Runner);
    }
}

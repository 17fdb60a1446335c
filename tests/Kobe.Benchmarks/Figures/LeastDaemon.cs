using System.Globalization;
using System.Runtime.InteropServices;
using Kobe.Operation;

namespace Kobe.Benchmarks.Figures;

/// <summary>The least daemon that one can write: it sleeps to the instant, writes a line, syncs it, and is there.
/// </summary>
/// <remarks>A thread of its own and the kernel's own sleep; every second start is without the line.</remarks>
internal static partial class LeastDaemon
{
    public const string Probe = "least-daemon";

    /// <summary>As the journal's lines are long.</summary>
    public const int LineBytes = 180;

    /// <summary>How far apart starts are, in milliseconds: at random between these, so that nothing falls into step.
    /// </summary>
    public const int GapMin = 15;
    public const int GapMax = 35;

    /// <summary>How late each start was, in milliseconds: with a journal, and without.</summary>
    public static (IReadOnlyList<double[]> Journal, IReadOnlyList<double[]> Bare) Lateness(string folder, int count)
    {
        var all = Brains.TimedProcess.Run(Programs.Own, Probe, folder, count.ToString(CultureInfo.InvariantCulture))
            .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => double.Parse(line, CultureInfo.InvariantCulture)).Index().ToList();
        return (Percentile.Runs([.. all.Where(late => late.Index % 2 == 0).Select(late => late.Item)]),
            Percentile.Runs([.. all.Where(late => late.Index % 2 == 1).Select(late => late.Item)]));
    }

    public static void Run(string folder, int count)
    {
        using var file = DiskFile.Open(Path.Combine(folder, "line"), Posix.ReadWrite | Posix.Create);
        file.Write(0, new byte[(count + 1) * LineBytes]);
        file.SyncContent();
        var (line, late, random) = (new byte[LineBytes], new double[count], new Random(5));
        var due = TimeProvider.System.GetUtcNow();
        for (var i = 0; i < count; i++)
        {
            due = due.AddMilliseconds(GapMin + (random.NextDouble() * (GapMax - GapMin)));
            var wait = due - TimeProvider.System.GetUtcNow();
            var pause = new Pause { Nanoseconds = Math.Max(0, wait.Ticks) * 100 };
            _ = Sleep(in pause, IntPtr.Zero);
            if (i % 2 == 0)
            {
                file.Write(i * LineBytes, line);
                file.SyncContent();
            }

            late[i] = (TimeProvider.System.GetUtcNow() - due).TotalMilliseconds;
        }

        foreach (var start in late)
        {
            Console.WriteLine(start.ToString(CultureInfo.InvariantCulture));
        }
    }

    [LibraryImport("libc", EntryPoint = "nanosleep")]
    private static partial int Sleep(in Pause pause, IntPtr remaining);

    [StructLayout(LayoutKind.Sequential)]
    private struct Pause
    {
        public long Seconds;
        public long Nanoseconds;
    }
}

using System.Diagnostics;
using Kobe.Operation;

namespace Kobe.Benchmarks.Figures;

/// <summary>How many pairs of a written and synced line the disk takes in a second, into room that is there.</summary>
internal static class TwoSyncs
{
    public const string Name = "two synced lines each";

    private const int Pairs = 5_000;

    public static double PerSecond(string folder)
    {
        using var file = DiskFile.Open(Path.Combine(folder, "pairs"), Posix.ReadWrite | Posix.Create);
        file.Write(0, new byte[2 * Pairs * LeastDaemon.LineBytes]);
        file.SyncContent();
        var line = new byte[LeastDaemon.LineBytes];
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < 2 * Pairs; i++)
        {
            file.Write(i * LeastDaemon.LineBytes, line);
            file.SyncContent();
        }

        return Pairs / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}

using System.Diagnostics;
using Kobe.Benchmarks.Brains;

namespace Kobe.Benchmarks.Figures;

/// <summary>A start after kill -9, with a year of the journal to begin from.</summary>
internal sealed class Restart
{
    public Figure[] Figures => [new("restart to ready, a year of journal", "ms", 700, Read)];

    private static Reading Read(Programs programs)
    {
        using var home = new BrainHome(programs);
        ClassicSchedule.Import(programs, home);
        var year = YearOfJournal.Write(home);
        Console.WriteLine(year);
        var (brain, machine) = (new List<double>(), new List<double>());
        for (var i = 0; i < Reading.Tries; i++)
        {
            double listening;
            using (var empty = ServingProcess.Probe(WebHost.Probe))
            {
                listening = empty.ReadyMs;
            }

            machine.Add(listening + ReadOnce(home));
            using var process = ServingProcess.Brain(programs, home, YearOfJournal.End);
            brain.Add(process.ReadyMs);
            process.Crash();
        }

        return Reading.Of([.. brain]).Beside(WebHost.Name + " and the year's bytes read once", Reading.Of([.. machine]));
    }

    private static double ReadOnce(BrainHome home)
    {
        var began = Stopwatch.GetTimestamp();
        foreach (var file in Directory.GetFiles(home.Journal))
        {
            _ = File.ReadAllBytes(file).Length;
        }

        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }
}

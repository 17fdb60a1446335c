using Kobe.Benchmarks.Brains;

namespace Kobe.Benchmarks.Figures;

/// <summary>A first start, from the command to a brain that is ready: 463 rows checked against what the runner says its
/// plugins can do, the web side listening.</summary>
internal sealed class Launch
{
    public Figure[] Figures => [new("launch to ready, 463 tasks", "ms", 600, Read)];

    private static Reading Read(Programs programs)
    {
        using var home = new BrainHome(programs);
        ClassicSchedule.Import(programs, home);
        var (brain, host) = (new List<double>(), new List<double>());
        for (var i = 0; i < Reading.Tries; i++)
        {
            home.Forget();
            using (var empty = ServingProcess.Probe(WebHost.Probe))
            {
                host.Add(empty.ReadyMs);
            }

            using var process = ServingProcess.Brain(programs, home, ClassicSchedule.QuietNight);
            brain.Add(process.ReadyMs);
        }

        return Reading.Of([.. brain]).Beside(WebHost.Name, Reading.Of([.. host]));
    }
}

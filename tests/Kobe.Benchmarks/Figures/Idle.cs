using Kobe.Benchmarks.Brains;

namespace Kobe.Benchmarks.Figures;

/// <summary>A minute in which nothing of 463 rows falls due: what the brain and its runners use. The minute is read in
/// five parts, whose spread is shown.</summary>
internal sealed class Idle
{
    // What compiles code better behind the scenes, and the spare that comes up, belong to the start.
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Part = TimeSpan.FromSeconds(12);

    private IdleMinute? _minute;

    public Figure[] Figures =>
    [
        new("idle for a minute, brain and runners", "ms of CPU", 60, programs => Minute(programs).Processor),
        new("resident, brain", "MB", 75, programs => Minute(programs).Brain),
        new("resident, a runner", "MB", 60, programs => Minute(programs).Runner),
    ];

    private IdleMinute Minute(Programs programs) => _minute ??= Measure(programs);

    private static IdleMinute Measure(Programs programs)
    {
        using var home = new BrainHome(programs);
        ClassicSchedule.Import(programs, home);
        using var brain = ServingProcess.Brain(programs, home, ClassicSchedule.QuietNight);
        using var host = ServingProcess.Probe(WebHost.Probe);
        using var program = ServingProcess.Probe(IdleProcess.Probe);
        _ = brain.ReadyMs + host.ReadyMs + program.ReadyMs;
        brain.LetLive(Settling);
        var runners = brain.Children();
        if (runners.Count != 2)
        {
            throw new InvalidOperationException($"There are {runners.Count} runners, not the one and its spare.");
        }

        var parts = new List<IdlePart>();
        for (var i = 0; i < Reading.Tries; i++)
        {
            var (kobe, empty) = (Processor([brain.Pid, .. runners]), Processor([host.Pid]));
            brain.LetLive(Part);
            parts.Add(new(
                Processor([brain.Pid, .. runners]) - kobe, Processor([host.Pid]) - empty,
                ProcessUse.ResidentMb(brain.Pid), runners.Max(ProcessUse.ResidentMb),
                ProcessUse.ResidentMb(host.Pid), ProcessUse.ResidentMb(program.Pid)));
        }

        return IdleMinute.Of(parts);
    }

    private static double Processor(int[] pids) => pids.Sum(ProcessUse.ProcessorMs);
}

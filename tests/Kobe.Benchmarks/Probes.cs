using System.Globalization;
using Kobe.Benchmarks.Figures;

namespace Kobe.Benchmarks;

/// <summary>What this program does in processes of its own.</summary>
internal static class Probes
{
    /// <summary>What the arguments ask for; null when that is no probe.</summary>
    public static Action? Find(string[] arguments) => arguments switch
    {
        [ColdCalendar.Probe] => ColdCalendar.Answer,
        [WebHost.Probe] => WebHost.Run,
        [IdleProcess.Probe] => IdleProcess.Run,
        [LeastDaemon.Probe, var folder, var count] => () => LeastDaemon.Run(folder, Number(count)),
        [LatenessProbe.Name, var isolation, var home, var runner, var count] =>
            () => LatenessProbe.Run(isolation, home, runner, Number(count)),
        [SimulatedMemory.Probe, var days] => () => SimulatedMemory.Answer(Number(days)),
        _ => null,
    };

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}

using System.Globalization;
using Kobe.Benchmarks.Brains;

namespace Kobe.Benchmarks.Figures;

/// <summary>Runs the brain's loop with rows due some tens of milliseconds apart and prints how late each started.
/// </summary>
internal static class LatenessProbe
{
    public const string Name = "lateness";
    public const string InProcess = "inprocess";
    public const string InRunner = "runner";

    public static void Run(string isolation, string home, string runner, int count)
    {
        using var brain = new LiveBrain(home, isolation == InRunner ? runner : null);
        foreach (var late in brain.Lateness(count))
        {
            Console.WriteLine(late.ToString(CultureInfo.InvariantCulture));
        }
    }
}

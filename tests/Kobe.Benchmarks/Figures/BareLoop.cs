using System.Diagnostics;

namespace Kobe.Benchmarks.Figures;

/// <summary>What any simulation has to do: as many timers on a heap as rows, virtual time that jumps from one to the
/// next, and a number written down for each.</summary>
internal static class BareLoop
{
    public const string Name = "a bare loop with a heap";

    private const int Timers = 500;
    private const int Events = 2_000_000;

    /// <summary>Microseconds an event, once it is compiled.</summary>
    public static Reading Read()
    {
        Run();
        return Reading.Of(() =>
        {
            var start = Stopwatch.GetTimestamp();
            Run();
            return Stopwatch.GetElapsedTime(start).TotalMicroseconds / Events;
        });
    }

    private static void Run()
    {
        var due = new PriorityQueue<int, long>(Timers);
        var counts = new long[Timers];
        for (var timer = 0; timer < Timers; timer++)
        {
            due.Enqueue(timer, timer);
        }

        for (var i = 0; i < Events; i++)
        {
            due.TryDequeue(out var timer, out var at);
            counts[timer]++;
            due.Enqueue(timer, at + 60 + (timer * 7L % 900));
        }

        if (counts.Sum() != Events)
        {
            throw new InvalidOperationException($"{counts.Sum()} of {Events} events happened.");
        }
    }
}

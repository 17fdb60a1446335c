using Kobe.Benchmarks.Brains;

namespace Kobe.Benchmarks.Figures;

/// <summary>Kobe from start to end, against a program that does nothing; taken in turns.</summary>
internal static class WholeProcess
{
    private const int Tries = 21;
    private const int WarmUps = 3;

    public static Figure Awareness { get; } = Make("--awareness", limit: 2.5);

    /// <summary>On the shipped schedule, read and checked whole.</summary>
    public static Figure Next { get; } = Make("next", limit: 3.5);

    private static Figure Make(string argument, double limit) =>
        new($"kobe {argument}, whole process", "× empty program", limit, programs => Read(programs, argument, argument));

    /// <summary>Takes a command and the empty program in turns.</summary>
    public static Reading Read(Programs programs, string name, params string[] words)
    {
        var (kobe, empty) = (new List<double>(), new List<double>());
        for (var i = 0; i < WarmUps + Tries; i++)
        {
            var nothing = TimedProcess.Run(programs.Empty).Milliseconds;
            var answer = TimedProcess.Run(programs.Kobe, words).Milliseconds;
            if (i >= WarmUps)
            {
                empty.Add(nothing);
                kobe.Add(answer);
            }
        }

        // The ratio of the medians; its spread is that of Kobe's own tries against the empty program's median.
        var (slow, fast) = (Reading.Of([.. kobe]), Reading.Of([.. empty]));
        Console.WriteLine($"kobe {name} {slow.Median:0.0} ms, empty program {fast.Median:0.0} ms");
        return new(slow.Median / fast.Median, slow.Least / fast.Median, slow.Most / fast.Median);
    }
}

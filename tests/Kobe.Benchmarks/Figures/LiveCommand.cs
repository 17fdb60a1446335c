using Kobe.Benchmarks.Brains;

namespace Kobe.Benchmarks.Figures;

/// <summary>A command that asks a running brain, from start to end, against a program that does nothing.</summary>
internal static class LiveCommand
{
    private const int Tries = 21;
    private const int WarmUps = 3;

    public static Figure Status { get; } = Make("status", "status");

    public static Figure Control { get; } = Make("resume", "resume", "--reason", "measured");

    private static Figure Make(string name, params string[] words) =>
        new($"kobe {name} of a running brain, whole process", "× empty program", 3.5, programs => Read(programs, words));

    private static Reading Read(Programs programs, string[] words)
    {
        using var brain = new BenchBrain(programs);
        var (kobe, empty) = (new List<double>(), new List<double>());
        for (var i = 0; i < WarmUps + Tries; i++)
        {
            var nothing = TimedProcess.Run(programs.Empty).Milliseconds;
            var answer = TimedProcess.Run(programs.Kobe, [.. words, "--state", brain.State]).Milliseconds;
            if (i >= WarmUps)
            {
                empty.Add(nothing);
                kobe.Add(answer);
            }
        }

        var (slow, fast) = (Reading.Of([.. kobe]), Reading.Of([.. empty]));
        Console.WriteLine($"kobe {words[0]} {slow.Median:0.0} ms, empty program {fast.Median:0.0} ms");
        return new(slow.Median / fast.Median, slow.Least / fast.Median, slow.Most / fast.Median);
    }
}

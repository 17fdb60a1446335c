namespace Kobe.Benchmarks.Figures;

/// <summary><c>kobe --awareness</c> from start to end, against a program that does nothing; taken in turns.</summary>
internal static class AwarenessProcess
{
    private const int Tries = 21;
    private const int WarmUps = 3;

    public static Figure Figure { get; } =
        new("kobe --awareness, whole process", "× empty program", Limit: 2.5, Read);

    private static Reading Read(Programs programs)
    {
        var (kobe, empty) = (new List<double>(), new List<double>());
        for (var i = 0; i < WarmUps + Tries; i++)
        {
            var nothing = TimedProcess.Run(programs.Empty).Milliseconds;
            var awareness = TimedProcess.Run(programs.Kobe, "--awareness").Milliseconds;
            if (i >= WarmUps)
            {
                empty.Add(nothing);
                kobe.Add(awareness);
            }
        }

        // The ratio of the medians; its spread is that of Kobe's own tries against the empty program's median.
        var (slow, fast) = (Reading.Of([.. kobe]), Reading.Of([.. empty]));
        Console.WriteLine($"kobe --awareness {slow.Median:0.0} ms, empty program {fast.Median:0.0} ms");
        return new(slow.Median / fast.Median, slow.Least / fast.Median, slow.Most / fast.Median);
    }
}

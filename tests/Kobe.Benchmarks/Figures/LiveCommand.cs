namespace Kobe.Benchmarks.Figures;

/// <summary>A command that asks a running brain, from start to end, against a program that does nothing.</summary>
internal static class LiveCommand
{
    public static Figure Status { get; } = Make("status", "status");

    public static Figure Control { get; } = Make("resume", "resume", "--reason", "measured");

    private static Figure Make(string name, params string[] words) =>
        new($"kobe {name} of a running brain, whole process", "× empty program", 3.5, programs => Read(programs, words));

    private static Reading Read(Programs programs, string[] words)
    {
        using var brain = new BenchBrain(programs);
        return WholeProcess.Read(programs, words[0], [.. words, "--state", brain.State]);
    }
}

namespace Kobe.Benchmarks;

/// <summary>What several tries gave: their median, and the least and the most.</summary>
internal readonly record struct Reading(double Median, double Least, double Most)
{
    /// <summary>How often a figure is tried where a try is cheap.</summary>
    public const int Tries = 5;

    /// <summary>What the machine itself allows; null where that says nothing.</summary>
    public MachineLimit? Machine { get; init; }

    /// <summary>The reading of what was measured, in any order.</summary>
    public static Reading Of(params double[] tries)
    {
        var sorted = tries.Order().ToArray();
        var middle = sorted.Length / 2;
        var median = sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new(median, sorted[0], sorted[^1]);
    }

    /// <summary>The reading of something that is tried five times.</summary>
    public static Reading Of(Func<double> attempt) =>
        Of(Enumerable.Range(0, Tries).Select(_ => attempt()).ToArray());

    /// <summary>The same, with what the machine allows beside it.</summary>
    public Reading Beside(string what, Reading machine) => this with { Machine = new(what, machine) };
}

namespace Kobe.Benchmarks;

/// <summary>One thing that must not get slow.</summary>
/// <param name="Name">What is measured, as the table calls it.</param>
/// <param name="Unit">The unit of the limit and of what is read.</param>
/// <param name="Limit">The most that is allowed, or the least where more is better.</param>
/// <param name="Read">Measures it.</param>
internal sealed record Figure(string Name, string Unit, double Limit, Func<Programs, Reading> Read)
{
    /// <summary>Whether more is better, and the limit the least.</summary>
    public bool MoreIsBetter { get; init; }

    /// <summary>The share of what the machine itself allowed in this run that will do too; null when none does.</summary>
    public double? ShareOfMachine { get; init; }
}

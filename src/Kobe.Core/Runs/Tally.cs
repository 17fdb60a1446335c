namespace Kobe.Core.Runs;

/// <summary>How many occurrences stand where: planned = Σ final + pending + held, by construction of the sum.</summary>
/// <param name="Finals">One count for each <see cref="FinalState"/>, in its order.</param>
/// <param name="Pending">Queued, running or reconciling.</param>
/// <param name="Held">Waiting for a person.</param>
public sealed record Tally(ValueList<long> Finals, int Pending, int Held)
{
    /// <summary>All of them.</summary>
    public long Planned => Finals.Sum() + Pending + Held;

    /// <summary>How many ended so.</summary>
    public long this[FinalState state] => Finals[(int)state];
}

namespace Kobe.Core.Schedules;

/// <summary>Which of the occurrences that came later than the grace are run all the same.</summary>
/// <param name="Choice">Which end of the list.</param>
/// <param name="Max">How many at most; 0 for none, 1 for latest and earliest.</param>
public readonly record struct CatchUp(CatchUpChoice Choice, int Max)
{
    /// <summary>None of them.</summary>
    public static CatchUp None { get; } = new(CatchUpChoice.None, 0);

    /// <summary>The newest.</summary>
    public static CatchUp Latest { get; } = new(CatchUpChoice.Latest, 1);

    /// <summary>The oldest.</summary>
    public static CatchUp Earliest { get; } = new(CatchUpChoice.Earliest, 1);

    /// <summary>All, up to a number; the newest count.</summary>
    /// <param name="max">1 or more.</param>
    public static CatchUp All(int max) => new(CatchUpChoice.All, max);

    /// <summary>As the schedule writes it.</summary>
    public override string ToString() =>
        Choice == CatchUpChoice.All ? $"{{ all: {Max} }}" : Choice.ToString().ToLowerInvariant();
}

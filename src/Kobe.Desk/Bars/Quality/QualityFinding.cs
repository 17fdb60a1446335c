namespace Kobe.Desk.Bars.Quality;

/// <summary>One thing that may be wrong with a series.</summary>
/// <param name="Kind">What.</param>
/// <param name="From">The first date it is about, in the exchange's zone.</param>
/// <param name="To">The last date it is about.</param>
/// <param name="Text">A sentence with the figures.</param>
public sealed record QualityFinding(QualityKind Kind, DateOnly From, DateOnly To, string Text)
{
    /// <summary>One line for people.</summary>
    public override string ToString() =>
        $"{From:yyyy-MM-dd}{(To == From ? "" : $" to {To:yyyy-MM-dd}")}  {Kind}: {Text}";
}

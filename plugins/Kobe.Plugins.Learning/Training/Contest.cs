using Kobe.Desk.Studies;
using Kobe.Plugins.Learning.Features;

namespace Kobe.Plugins.Learning.Training;

/// <summary>Challenger against champion on dates that neither learnt from.</summary>
/// <param name="Challenger">How the challenger did.</param>
/// <param name="Champion">How the champion did; without one, how the constant did.</param>
/// <param name="P">How likely so large a difference is by chance, or null.</param>
/// <param name="Dates">How many dates were compared.</param>
internal sealed record Contest(double Challenger, double Champion, double? P, int Dates)
{
    /// <summary>The least dates: with fewer anything wins.</summary>
    public const int DatesMin = 10;

    // One in five: a challenger that is no better costs little, one that is better and kept out costs every day.
    private const double Unlikely = 0.2;

    /// <summary>Whether the challenger is better by more than chance.</summary>
    public bool IsWon => Dates >= DatesMin && Challenger < Champion && P < Unlikely;

    /// <summary>Compares the errors date by date; dates whose outcomes overlap are left out.</summary>
    /// <param name="rows">Rows that neither learnt from, in order of dates.</param>
    /// <param name="horizon">Over how many sessions outcomes are measured.</param>
    /// <param name="challenger">The challenger's probability of a row.</param>
    /// <param name="champion">The champion's.</param>
    public static Contest Of(
        IReadOnlyList<FeatureRow> rows, int horizon, Func<FeatureRow, double> challenger,
        Func<FeatureRow, double> champion)
    {
        var (mine, theirs, next) = (new List<double>(), new List<double>(), int.MinValue);
        foreach (var date in rows.GroupBy(row => row.Day).Where(date => date.Key >= next).OrderBy(date => date.Key))
        {
            if (date.Key >= next)
            {
                mine.Add(date.Average(row => Error(challenger(row), row.Label)));
                theirs.Add(date.Average(row => Error(champion(row), row.Label)));
                next = date.Key + horizon;
            }
        }

        var test = MeanTest.OfOne([.. mine.Zip(theirs, (one, other) => one - other)]);
        return new(
            mine.Count > 0 ? Math.Round(mine.Average(), 8) : double.MaxValue,
            theirs.Count > 0 ? Math.Round(theirs.Average(), 8) : double.MaxValue,
            double.IsNaN(test.P) ? null : Math.Round(test.P, 6), mine.Count);
    }

    private static double Error(double probability, double label) => (probability - label) * (probability - label);
}

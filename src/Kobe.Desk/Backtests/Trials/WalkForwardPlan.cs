namespace Kobe.Desk.Backtests.Trials;

/// <summary>How time is cut into learning and proving.</summary>
/// <param name="TrainDays">Days to choose parameters on.</param>
/// <param name="TestDays">Days to prove them on; the next cut begins where these end.</param>
/// <param name="EmbargoDays">Days between the two that count for neither: what was open or averaged over at the end of
/// the learning must not reach into the proof (López de Prado, Advances in Financial Machine Learning, 2018, ch. 7).
/// </param>
/// <param name="IsAnchored">Whether learning always begins at the first day and grows.</param>
public sealed record WalkForwardPlan(
    int TrainDays = 756, int TestDays = 252, int EmbargoDays = 10, bool IsAnchored = false)
{
    /// <summary>Cuts a list of days.</summary>
    /// <param name="ends">The ends of the days in order, in UTC ticks.</param>
    /// <returns>The folds in order; none when the days do not suffice for one.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A length lies below 1, or the embargo below 0.</exception>
    public IReadOnlyList<Fold> Folds(IReadOnlyList<long> ends)
    {
        ArgumentNullException.ThrowIfNull(ends);
        ArgumentOutOfRangeException.ThrowIfLessThan(TrainDays, 1, nameof(TrainDays));
        ArgumentOutOfRangeException.ThrowIfLessThan(TestDays, 1, nameof(TestDays));
        ArgumentOutOfRangeException.ThrowIfLessThan(EmbargoDays, 0, nameof(EmbargoDays));
        var folds = new List<Fold>();
        for (var test = TrainDays + EmbargoDays; test < ends.Count; test += TestDays)
        {
            var trainEnd = test - EmbargoDays - 1;
            folds.Add(new(
                At(ends, IsAnchored ? 0 : trainEnd - TrainDays + 1), At(ends, trainEnd),
                At(ends, test), At(ends, Math.Min(test + TestDays, ends.Count) - 1)));
        }

        return folds;
    }

    private static DateTimeOffset At(IReadOnlyList<long> ends, int day) => new(ends[day], TimeSpan.Zero);
}

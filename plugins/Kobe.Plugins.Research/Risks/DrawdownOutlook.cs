using Kobe.Desk.Randomness;

namespace Kobe.Plugins.Research.Risks;

/// <summary>How deep an account may fall when the same trades come in another order.</summary>
/// <param name="Median">The deepest fall of the middle path, as a share.</param>
/// <param name="OneInTwenty">The deepest fall that one path in twenty exceeds.</param>
/// <param name="OneInHundred">The deepest fall that one path in a hundred exceeds.</param>
/// <param name="Loss">The share of paths that end below where they began.</param>
/// <param name="LongestStreak">The most losses in a row that one path in twenty exceeds.</param>
internal sealed record DrawdownOutlook(
    double Median, double OneInTwenty, double OneInHundred, double Loss, int LongestStreak)
{
    /// <summary>Draws paths of trades, with replacement.</summary>
    /// <param name="multiples">What trades made for each dollar at risk.</param>
    /// <param name="trades">How many trades a path has.</param>
    /// <param name="paths">How many paths.</param>
    /// <param name="risk">The share of equity that one risks.</param>
    /// <param name="seed">What repeats it.</param>
    /// <param name="cancellation">Ends it.</param>
    public static DrawdownOutlook Of(
        IReadOnlyList<double> multiples, int trades, int paths, double risk, ulong seed, CancellationToken cancellation)
    {
        var random = new SeededRandom(seed).Split("drawdowns");
        var (falls, streaks, losses) = (new double[paths], new int[paths], 0);
        for (var path = 0; path < paths; path++)
        {
            cancellation.ThrowIfCancellationRequested();
            var (equity, high, streak) = (1.0, 1.0, 0);
            for (var i = 0; i < trades && equity > 0; i++)
            {
                var multiple = multiples[random.Below(multiples.Count)];
                equity = Math.Max(0, equity * (1 + (risk * multiple)));
                high = Math.Max(high, equity);
                falls[path] = Math.Max(falls[path], 1 - (equity / high));
                streak = multiple < 0 ? streak + 1 : 0;
                streaks[path] = Math.Max(streaks[path], streak);
            }

            losses += equity < 1 ? 1 : 0;
        }

        Array.Sort(falls);
        Array.Sort(streaks);
        return new(
            At(falls, 0.5), At(falls, 0.95), At(falls, 0.99), Math.Round((double)losses / paths, 4),
            streaks[Place(paths, 0.95)]);
    }

    private static double At(double[] sorted, double part) => Math.Round(sorted[Place(sorted.Length, part)], 5);

    private static int Place(int count, double part) => Math.Min(count - 1, (int)(part * count));
}

using Kobe.Plugins.Learning.Features;

namespace Kobe.Plugins.Learning.Watching;

/// <summary>How features were spread while a model was trained, so that drift shows.</summary>
/// <param name="Edges">The borders of the tenths of each feature, nine each.</param>
/// <param name="Usual">The largest shift that any month of the training had against the whole of it, by feature: one
/// that moves slowly is never spread over a month as over years.</param>
internal sealed record FeatureProfile(IReadOnlyList<double[]> Edges, IReadOnlyList<double> Usual)
{
    /// <summary>The sessions that are compared with the training.</summary>
    public const int RecentSessions = 20;

    /// <summary>Below this no shift counts (the usual rule of thumb of credit scoring: 0.1 is a small one, 0.25 a large
    /// one).</summary>
    public const double Large = 0.25;

    private const double BeyondUsual = 1.5;
    private const int Tenths = 10;

    // An empty tenth would make the index infinite.
    private const double Least = 0.001;

    /// <summary>Takes the profile of rows.</summary>
    public static FeatureProfile Of(IReadOnlyList<FeatureRow> rows)
    {
        var features = Enumerable.Range(0, rows[0].Values.Length);
        var bare = new FeatureProfile([.. features.Select(i => Borders(rows, i))], []);
        var months = rows.GroupBy(row => row.Day / RecentSessions).Select(month => bare.Shift([.. month])).ToList();
        return bare with
        {
            Usual = [.. features.Select(i => months.Max(shifts => shifts[i]))],
        };
    }

    /// <summary>The population stability index of each feature: Σ (now − then) ln(now / then) over tenths.</summary>
    /// <param name="rows">What is seen now, at least one row.</param>
    public IReadOnlyList<double> Shift(IReadOnlyList<FeatureRow> rows) =>
        [.. Edges.Select((edges, feature) => Shift(edges, rows, feature))];

    /// <summary>The features that are no longer what they were: shifted by more than is large, and by half more than in
    /// any month of the training.</summary>
    /// <param name="rows">What is seen now, at least one row.</param>
    public IReadOnlyList<string> Drifted(IReadOnlyList<FeatureRow> rows) =>
    [
        .. Shift(rows).Select((shift, i) => (shift, i))
            .Where(one => one.shift > Math.Max(Large, BeyondUsual * Usual[one.i]))
            .Select(one => FeatureTable.Names[one.i]),
    ];

    private static double[] Borders(IReadOnlyList<FeatureRow> rows, int feature)
    {
        var sorted = rows.Select(row => row.Values[feature]).Order().ToArray();
        return [.. Enumerable.Range(1, Tenths - 1).Select(i => sorted[sorted.Length * i / Tenths])];
    }

    private static double Shift(double[] edges, IReadOnlyList<FeatureRow> rows, int feature)
    {
        const double Then = 1.0 / Tenths;
        var shares = new double[Tenths];
        foreach (var row in rows)
        {
            var place = Array.BinarySearch(edges, row.Values[feature]);
            shares[place >= 0 ? place + 1 : ~place] += 1.0 / rows.Count;
        }

        return Math.Round(
            shares.Sum(share => (Math.Max(share, Least) - Then) * Math.Log(Math.Max(share, Least) / Then)), 5);
    }
}

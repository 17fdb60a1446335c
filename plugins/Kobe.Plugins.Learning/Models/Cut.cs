using Kobe.Plugins.Learning.Features;

namespace Kobe.Plugins.Learning.Models;

/// <summary>Rows to learn from, and later ones to judge by. Between the two lies the horizon, so that no outcome of the
/// learning reaches into the judging.</summary>
/// <param name="Train">To learn from.</param>
/// <param name="Held">To judge by.</param>
internal sealed record Cut(IReadOnlyList<FeatureRow> Train, IReadOnlyList<FeatureRow> Held)
{
    /// <summary>Cuts rows by date.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="heldDays">How many of the last dates with outcomes are held back.</param>
    public static Cut Of(FeatureTable table, int heldDays)
    {
        var last = table.Known.Count > 0 ? table.Known[^1].Day : 0;
        return At(table, last - heldDays + 1, last);
    }

    /// <summary>Learns from what lies before a date and judges from it on.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="from">The first date that is judged.</param>
    /// <param name="to">The last one.</param>
    public static Cut At(FeatureTable table, int from, int to) => new(
        [.. table.Known.Where(row => row.Day + table.Horizon < from)],
        [.. table.Known.Where(row => row.Day >= from && row.Day <= to)]);

    /// <summary>How often prices rose while training.</summary>
    public double Rate => Train.Count > 0 ? Train.Average(row => row.Label) : 0.5;
}

using Kobe.Plugins.Learning.Features;

namespace Kobe.Plugins.Learning.Models;

/// <summary>Rows that a model has not learnt from, its horizon after the last one that it has.</summary>
internal static class Unseen
{
    /// <summary>The rows, in order of dates.</summary>
    public static List<FeatureRow> Of(FeatureTable table, ModelCard card)
    {
        var last = table.Rows.Where(row => row.Date <= card.LearntTo).Select(row => row.Day).DefaultIfEmpty(-1).Max();
        return [.. table.Known.Where(row => row.Day > last + table.Horizon)];
    }
}

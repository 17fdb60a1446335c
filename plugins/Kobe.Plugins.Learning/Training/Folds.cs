using Kobe.Plugins.Learning.Features;
using Kobe.Plugins.Learning.Models;

namespace Kobe.Plugins.Learning.Training;

/// <summary>Stretches of dates, each judged by what was learnt from all before it.</summary>
internal static class Folds
{
    /// <summary>Cuts the later half of the dates into stretches.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="count">How many stretches.</param>
    public static IEnumerable<Cut> Of(FeatureTable table, int count)
    {
        if (table.Known.Count == 0)
        {
            yield break;
        }

        var (first, last) = (table.Known[0].Day, table.Known[^1].Day);
        var (begin, length) = (first + ((last - first) / 2), (last - first) / 2 / count);
        for (var i = 0; length > 0 && i < count; i++)
        {
            var from = begin + 1 + (i * length);
            yield return Cut.At(table, from, i == count - 1 ? last : from + length - 1);
        }
    }
}

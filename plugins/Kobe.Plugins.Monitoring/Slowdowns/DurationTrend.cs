using Kobe.Plugins.Monitoring.Digest;

namespace Kobe.Plugins.Monitoring.Slowdowns;

/// <summary>Durations of each task, those of recent days apart from those before.</summary>
internal sealed class DurationTrend
{
    private readonly SortedDictionary<string, (List<long> Before, List<long> Now)> _tasks = new(StringComparer.Ordinal);

    public void Add(string task, long durationMs, bool recent)
    {
        if (!_tasks.TryGetValue(task, out var both))
        {
            _tasks[task] = both = ([], []);
        }

        (recent ? both.Now : both.Before).Add(durationMs);
    }

    /// <summary>The tasks whose middle run grew, the worst first.</summary>
    /// <param name="factor">So many times at least.</param>
    /// <param name="leastMs">By so much at least.</param>
    /// <param name="samples">With so many runs on each side.</param>
    /// <param name="compared">How many tasks had them.</param>
    public IReadOnlyList<Slowdown> Slower(double factor, int leastMs, int samples, out int compared)
    {
        var slower = new List<Slowdown>();
        compared = 0;
        foreach (var (task, both) in _tasks)
        {
            if (both.Before.Count < samples || both.Now.Count < samples)
            {
                continue;
            }

            compared++;
            var (before, now) = (Percentiles.Of(both.Before)!.P50, Percentiles.Of(both.Now)!.P50);
            if (now - before >= leastMs && now >= factor * before)
            {
                slower.Add(new(task, before, now));
            }
        }

        return [.. slower.OrderByDescending(one => one.NowMs - one.BeforeMs)];
    }
}

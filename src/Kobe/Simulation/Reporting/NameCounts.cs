namespace Kobe.Simulation.Reporting;

/// <summary>How often what has a name happened.</summary>
internal sealed class NameCounts
{
    // Not a number for each name: the library's code for those would be compiled at every start.
    private readonly Dictionary<string, NameCount> _counts = new(StringComparer.Ordinal);

    /// <summary>Those that happened, by name.</summary>
    public IReadOnlyList<NameCount> InOrder() =>
        [.. _counts.Values.OrderBy(count => count.Name, StringComparer.Ordinal)];

    public long Of(string name) => _counts.TryGetValue(name, out var count) ? count.Times : 0;

    public void Add(string name, long times = 1)
    {
        if (!_counts.TryGetValue(name, out var count))
        {
            _counts.Add(name, count = new(name));
        }

        count.Times += times;
    }

    public void Add(NameCounts other)
    {
        foreach (var count in other._counts.Values)
        {
            Add(count.Name, count.Times);
        }
    }
}

namespace Kobe.Simulation.Faults;

/// <summary>How often each point was reached at which something can go wrong.</summary>
internal sealed class Coverage
{
    private readonly SortedDictionary<string, long> _points = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, long> Points => _points;

    public void Note(string point) => _points[point] = _points.GetValueOrDefault(point) + 1;

    public void Add(Coverage other)
    {
        foreach (var (point, count) in other._points)
        {
            _points[point] = _points.GetValueOrDefault(point) + count;
        }
    }
}

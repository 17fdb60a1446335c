namespace Kobe.Brain;

/// <summary>What was found missing from the accounting, or too much in it, since the brain started.</summary>
internal sealed class Breaches
{
    // What is told one by one; the count goes on.
    private const int ToldMax = 5;

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>How many there are.</summary>
    public int Count => _known.Count;

    /// <summary>A sentence on the first; null when there is none.</summary>
    public string? First { get; private set; }

    /// <summary>Takes note of one, and tells a person, once.</summary>
    public void Add(string what, IAlerts alerts)
    {
        if (!_known.Add(what))
        {
            return;
        }

        First ??= what;
        if (_known.Count <= ToldMax)
        {
            alerts.Raise(AlertLevel.Critical, "ACCOUNTING: " + what);
        }
    }
}

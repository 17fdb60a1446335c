namespace Kobe.Desk.Bars;

/// <summary>Gathers bars in any order, and keeps out what cannot be true or comes twice.</summary>
internal sealed class SeriesDraft(SeriesName name)
{
    private readonly List<(Bar Bar, string Place)> _bars = [];
    private readonly List<QuarantinedBar> _quarantined = [];

    /// <summary>Takes a bar, unless it cannot be true.</summary>
    public void Add(in Bar bar, string place)
    {
        if (BarRules.Problem(bar) is { } reason)
        {
            Quarantine(place, BarRules.Text(bar), reason);
            return;
        }

        _bars.Add((bar, place));
    }

    /// <summary>Keeps a bar out.</summary>
    public void Quarantine(string place, string text, string reason) => _quarantined.Add(new(place, text, reason));

    /// <summary>The series; of two bars for one time the first counts.</summary>
    public BarReading Finish()
    {
        // Stable, so that of two bars for one time the file's first comes first.
        var sorted = _bars.OrderBy(entry => entry.Bar.StartTicks).ToArray();
        var kept = new List<Bar>(sorted.Length);
        foreach (var (bar, place) in sorted)
        {
            if (kept.Count == 0 || bar.StartTicks >= kept[^1].EndTicks)
            {
                kept.Add(bar);
                continue;
            }

            Quarantine(place, BarRules.Text(bar), bar.StartTicks != kept[^1].StartTicks
                ? "It overlaps the bar before it."
                : bar == kept[^1] ? "The same bar stands here twice." : "A second, different bar for the same time.");
        }

        return new(new(name, [.. kept]), _quarantined, []);
    }
}

using Kobe.Plugins.Journals;

namespace Kobe.Plugins.Monitoring.Coverage;

/// <summary>A date's occurrences: what fell due, and what became of it.</summary>
/// <param name="day">The date, <c>2026-11-20</c>.</param>
internal sealed class DayAccount(string day)
{
    private readonly SortedDictionary<string, (string? Final, DateTimeOffset? Expires)> _keys =
        new(StringComparer.Ordinal);

    /// <summary>The events that tell it.</summary>
    public static string[] Events { get; } = ["queued", "triggered", "closed", "ended", "reconciled", "resolved"];

    public int Count => _keys.Count;

    public int Tasks => _keys.Keys.Select(key => key.Split('@')[0]).Distinct().Count();

    public void Take(in JournalNote note)
    {
        if (note.Key is not { } key || note.Day != day)
        {
            return;
        }

        var known = _keys.GetValueOrDefault(key);
        _keys[key] = (note.Final ?? (note.Event is "queued" ? null : known.Final), note.Expires ?? known.Expires);
    }

    /// <summary>How many ended how.</summary>
    public SortedDictionary<string, long> Finals()
    {
        var finals = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (final, _) in _keys.Values)
        {
            if (final is not null)
            {
                finals[final] = finals.GetValueOrDefault(final) + 1;
            }
        }

        return finals;
    }

    /// <summary>What has no end although its time is over.</summary>
    public IReadOnlyList<string> Overdue(DateTimeOffset now) =>
        [.. _keys.Where(pair => pair.Value.Final is null && pair.Value.Expires < now).Select(pair => pair.Key)];
}

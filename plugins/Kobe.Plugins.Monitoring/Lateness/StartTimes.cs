using Kobe.Plugins.Journals;

namespace Kobe.Plugins.Monitoring.Lateness;

/// <summary>How late first attempts started, by the journal.</summary>
internal sealed class StartTimes
{
    private readonly Dictionary<string, DateTimeOffset> _due = new(StringComparer.Ordinal);
    private readonly List<(TimeSpan Late, string Key)> _starts = [];

    /// <summary>The events that tell it.</summary>
    public static string[] Events { get; } = ["queued", "triggered", "started"];

    public int Count => _starts.Count;

    /// <summary>Takes the next note; a start counts from an instant on, a due time always.</summary>
    public void Take(in JournalNote note, DateTimeOffset from)
    {
        if (note.Event != "started")
        {
            if (note is { Key: { } due, Due: { } at })
            {
                _due[due] = at;
            }
        }
        else if (note is { Key: { } key, Attempt: 1 } && note.At >= from && _due.Remove(key, out var was))
        {
            _starts.Add((note.At > was ? note.At - was : TimeSpan.Zero, key));
        }
    }

    /// <summary>Puts them in order, the least late first.</summary>
    public void Sort() => _starts.Sort((one, other) =>
        one.Late != other.Late ? one.Late.CompareTo(other.Late) : string.CompareOrdinal(one.Key, other.Key));

    /// <summary>The smallest lateness that so many percent of the starts have at most, by nearest rank.</summary>
    public (TimeSpan Late, string Key) At(double percent) =>
        _starts[Math.Clamp((int)Math.Ceiling(percent / 100 * _starts.Count) - 1, 0, _starts.Count - 1)];
}

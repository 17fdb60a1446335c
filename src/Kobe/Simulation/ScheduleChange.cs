using Kobe.Core.Runs;

namespace Kobe.Simulation;

/// <summary>What an edit of a schedule does to its occurrences: those that are added, gone, moved, or newly end
/// unrun.</summary>
internal sealed class ScheduleChange
{
    private readonly Dictionary<OccurrenceKey, (DateTimeOffset Due, FinalState State)> _before = [];
    private readonly Dictionary<OccurrenceKey, (DateTimeOffset Due, FinalState State)> _after = [];

    /// <summary>Collects what the schedule as it is gives.</summary>
    public void Before(OccurrenceKey key, DateTimeOffset due, FinalState state) => _before[key] = (due, state);

    /// <summary>Collects what the other schedule gives.</summary>
    public void After(OccurrenceKey key, DateTimeOffset due, FinalState state) => _after[key] = (due, state);

    /// <summary>The differences, by due time and key.</summary>
    public IReadOnlyList<ChangedOccurrence> Differences()
    {
        var changes = new List<ChangedOccurrence>();
        var gone = new List<OccurrenceKey>();
        foreach (var (key, before) in _before)
        {
            if (!_after.TryGetValue(key, out var after))
            {
                gone.Add(key);
            }
            else if (after.Due != before.Due)
            {
                changes.Add(new(ChangeKind.Moved, key, before.Due, after.Due, null));
            }
            else if (IsUnrun(after.State) && !IsUnrun(before.State))
            {
                changes.Add(new(ChangeKind.NewlyUnrun, key, before.Due, after.Due, after.State));
            }
        }

        Pair(gone, changes);
        changes.Sort((left, right) =>
        {
            var order = (left.Before ?? left.After)!.Value.CompareTo((right.Before ?? right.After)!.Value);
            return order != 0 ? order : left.Key.CompareTo(right.Key);
        });
        return changes;
    }

    // A task that lost a slot and got another on the same date has moved it.
    private void Pair(List<OccurrenceKey> gone, List<ChangedOccurrence> changes)
    {
        var added = _after.Keys.Where(key => !_before.ContainsKey(key))
            .GroupBy(key => (key.Task, key.Date))
            .ToDictionary(group => group.Key, group => new Queue<OccurrenceKey>(group.OrderBy(key => _after[key].Due)));
        foreach (var key in gone.OrderBy(key => _before[key].Due).ThenBy(key => key))
        {
            changes.Add(added.TryGetValue((key.Task, key.Date), out var others) && others.TryDequeue(out var other)
                ? new(ChangeKind.Moved, other, _before[key].Due, _after[other].Due, null)
                : new(ChangeKind.Gone, key, _before[key].Due, null, null));
        }

        foreach (var key in added.Values.SelectMany(others => others))
        {
            changes.Add(new(ChangeKind.Added, key, null, _after[key].Due, null));
        }
    }

    private static bool IsUnrun(FinalState state) =>
        state is FinalState.Expired or FinalState.Missed or FinalState.Skipped or FinalState.Coalesced;
}

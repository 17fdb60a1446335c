namespace Kobe.Core.Schedules;

/// <summary>The difference between two schedules, row by row.</summary>
public static class ScheduleChanges
{
    /// <summary>Rows that were added, removed or changed, by id. Where a row stands in a file doesn't count.</summary>
    /// <param name="before">The schedule that was in force.</param>
    /// <param name="after">The one that takes its place.</param>
    public static IReadOnlyList<ScheduleChange> Between(Schedule before, Schedule after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var old = before.Tasks.ToDictionary(task => task.Id, StringComparer.Ordinal);
        var changes = new List<ScheduleChange>();
        foreach (var task in after.Tasks)
        {
            if (!old.Remove(task.Id, out var was))
            {
                changes.Add(new(task.Id, $"added: {task.Trigger}", IsEdited: true));
            }
            else if (What(was, task) is { Length: > 0 } what)
            {
                changes.Add(new(task.Id, what, !task.FallsDueLike(was)));
            }
        }

        changes.AddRange(old.Keys.Select(id => new ScheduleChange(id, "removed", IsEdited: true)));
        changes.Sort((one, other) => string.CompareOrdinal(one.Task, other.Task));
        return changes;
    }

    private static string What(ScheduledTask before, ScheduledTask after)
    {
        var values = TaskSettings.Of(before).ToDictionary(setting => setting.Name, setting => setting.Value);
        var changes = new List<string>();
        foreach (var setting in TaskSettings.Of(after))
        {
            values.Remove(setting.Name, out var was);
            if (was != setting.Value)
            {
                changes.Add($"{setting.Name} {was ?? "–"} → {setting.Value}");
            }
        }

        changes.AddRange(values.Select(gone => $"{gone.Key} {gone.Value} → –"));
        return string.Join(", ", changes);
    }
}

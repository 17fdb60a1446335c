namespace Kobe.Core.Schedules;

/// <summary>All rows, checked. There is no half of one: a file with an error gives none.</summary>
public sealed record Schedule
{
    private readonly Lazy<string> _hash;

    /// <summary>A schedule of these rows.</summary>
    /// <param name="tasks">The rows in any order; ids differ.</param>
    /// <param name="files">How messages name the files that they come from.</param>
    /// <param name="hash">SHA-256 in lower-case hex digits of all that made it.</param>
    public Schedule(IEnumerable<ScheduledTask> tasks, IReadOnlyList<string> files, string hash)
        : this(tasks, files, () => hash)
    {
    }

    /// <summary>A schedule of these rows.</summary>
    /// <param name="tasks">The rows in any order; ids differ.</param>
    /// <param name="files">How messages name the files that they come from.</param>
    /// <param name="hash">Makes the hash when somebody asks for it: most answers don't need one.</param>
    internal Schedule(IEnumerable<ScheduledTask> tasks, IReadOnlyList<string> files, Func<string> hash)
    {
        ScheduledTask[] sorted = [.. tasks];
        Array.Sort(sorted, (left, right) => string.CompareOrdinal(left.Id, right.Id));
        for (var i = 0; i < sorted.Length; i++)
        {
            sorted[i] = sorted[i].Place == i ? sorted[i] : sorted[i] with { Place = i };
        }

        Tasks = sorted;
        Files = files;
        _hash = new(hash);
    }

    /// <summary>The rows by id, ordinal.</summary>
    public IReadOnlyList<ScheduledTask> Tasks { get; }

    /// <summary>The files, by name, ordinal.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>
    /// SHA-256, 64 lower-case hex digits, over the files' content, the variables in them and the switches.
    /// </summary>
    public string Hash => _hash.Value;

    /// <summary>The row with an id, or null.</summary>
    /// <param name="id">The id.</param>
    public ScheduledTask? Find(string id)
    {
        var (low, high) = (0, Tasks.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(Tasks[middle].Id, id);
            if (order == 0)
            {
                return Tasks[middle];
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }
}

namespace Kobe.Core.Schedules.Reading;

/// <summary>The rows of all files: those that could be made, and the ids of all.</summary>
internal sealed class RowSet(ReadContext context)
{
    private readonly Dictionary<string, RowDraft> _byId = [];
    private readonly List<ScheduledTask> _tasks = [];
    private int _count;

    /// <summary>The rows without errors of their own, in the order of the files.</summary>
    public IReadOnlyList<ScheduledTask> Tasks => _tasks;

    /// <summary>Every id, also of rows that were refused.</summary>
    public IReadOnlyCollection<string> Ids => _byId.Keys;

    /// <summary>How many rows there are, also those that were refused.</summary>
    public int Count => _count;

    public bool Has(string id) => _byId.ContainsKey(id);

    public void Add(RowDraft draft, ScheduledTask? task)
    {
        if (++_count == ScheduleLimits.RowsMax + 1)
        {
            context.Error(draft.Mark, ScheduleCodes.TooManyRows,
                $"The schedule has more than {ScheduleLimits.RowsMax} rows.", "Take some out.");
        }

        if (draft.Id is { } id && !_byId.TryAdd(id, draft))
        {
            context.Error(draft.MarkOf(SettingKey.Id), ScheduleCodes.DuplicateId,
                $"The id '{id}' is taken: {_byId[id].MarkOf(SettingKey.Id)} has it too.",
                "Give each row a name of its own.");
            return;
        }

        if (task is not null && _count <= ScheduleLimits.RowsMax)
        {
            _tasks.Add(task);
        }
    }
}

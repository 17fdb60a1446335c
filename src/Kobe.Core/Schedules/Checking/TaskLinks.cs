using Kobe.Core.Text;

namespace Kobe.Core.Schedules.Checking;

/// <summary>Who waits for whom.</summary>
internal sealed class TaskLinks
{
    private readonly IReadOnlyList<ScheduledTask> _tasks;
    private readonly Producers? _producers;
    private readonly Dictionary<string, int> _places = [];

    public TaskLinks(IReadOnlyList<ScheduledTask> tasks, Producers? producers)
    {
        _tasks = tasks;
        _producers = producers;
        for (var i = 0; i < tasks.Count; i++)
        {
            _places[tasks[i].Id] = i;
            AreNone &= tasks[i].After.Count == 0 && (producers is null || tasks[i].Needs.Count == 0);
        }
    }

    public bool AreNone { get; } = true;

    /// <summary>For each task whether it can be put in order.</summary>
    public bool[] Ordered()
    {
        // The numbers of tasks are followed by those of facts; a fact waits for one of its publishers, a task for all.
        var open = new List<int>(new int[_tasks.Count]);
        var waiting = new List<List<int>?>(new List<int>?[_tasks.Count]);
        var facts = new Dictionary<string, int>();
        for (var i = 0; i < _tasks.Count; i++)
        {
            foreach (var after in _tasks[i].After)
            {
                if (_places.TryGetValue(after.Task, out var other))
                {
                    Wait(i, other, open, waiting);
                }
            }

            foreach (var need in _producers is null ? [] : _tasks[i].Needs)
            {
                if (_producers!.Of(need.Fact).Count > 0)
                {
                    Wait(i, FactNumber(need.Fact, facts, open, waiting), open, waiting);
                }
            }
        }

        return Settled(open, waiting);
    }

    /// <summary>
    /// The first thing that keeps a task from being put in order, and the fact that ties them, if one does.
    /// </summary>
    public (int Task, string? Fact, Mark Mark) Hindrance(int task, bool[] ordered)
    {
        var row = _tasks[task];
        for (var i = 0; i < row.After.Count; i++)
        {
            if (_places.TryGetValue(row.After[i].Task, out var other) && !ordered[other])
            {
                return (other, null, row.ItemMark(SettingKey.After, i));
            }
        }

        for (var i = 0; i < row.Needs.Count; i++)
        {
            var publishers = _producers!.Of(row.Needs[i].Fact);
            if (publishers.Count > 0 && publishers.All(publisher => !ordered[publisher]))
            {
                return (publishers[0], row.Needs[i].Fact, row.ItemMark(SettingKey.Needs, i));
            }
        }

        throw new System.Diagnostics.UnreachableException();
    }

    public (Mark Mark, string Id) PlaceOf(int task, bool[] ordered) => (Hindrance(task, ordered).Mark, _tasks[task].Id);

    public string Describe(int task, bool[] ordered)
    {
        var (other, fact, _) = Hindrance(task, ordered);
        return fact is null
            ? $"{_tasks[task].Id} after {_tasks[other].Id}"
            : $"{_tasks[task].Id} needs {fact} of {_tasks[other].Id}";
    }

    private static void Wait(int waiter, int awaited, List<int> open, List<List<int>?> waiting)
    {
        open[waiter]++;
        (waiting[awaited] ??= []).Add(waiter);
    }

    private int FactNumber(string fact, Dictionary<string, int> facts, List<int> open, List<List<int>?> waiting)
    {
        if (facts.TryGetValue(fact, out var number))
        {
            return number;
        }

        number = facts[fact] = open.Count;
        open.Add(1);
        waiting.Add(null);
        foreach (var publisher in _producers!.Of(fact))
        {
            (waiting[publisher] ??= []).Add(number);
        }

        return number;
    }

    private bool[] Settled(List<int> open, List<List<int>?> waiting)
    {
        var ready = new Queue<int>();
        for (var i = 0; i < open.Count; i++)
        {
            if (open[i] == 0)
            {
                ready.Enqueue(i);
            }
        }

        while (ready.TryDequeue(out var settled))
        {
            foreach (var waiter in waiting[settled] ?? [])
            {
                if (open[waiter] > 0 && --open[waiter] == 0)
                {
                    ready.Enqueue(waiter);
                }
            }
        }

        var settles = new bool[_tasks.Count];
        for (var i = 0; i < settles.Length; i++)
        {
            settles[i] = open[i] == 0;
        }

        return settles;
    }
}

using Kobe.Core.Catalogues;

namespace Kobe.Core.Schedules.Checking;

/// <summary>Which rows may publish which fact, by their handlers.</summary>
internal sealed class Producers
{
    private static readonly List<int> Nobody = [];

    private readonly Dictionary<string, List<int>> _rows = [];

    public Producers(IReadOnlyList<ScheduledTask> tasks, Catalogue catalogue)
    {
        var handlers = new Dictionary<string, HandlerRecord>();
        foreach (var handler in catalogue.Handlers)
        {
            handlers[handler.Name] = handler;
        }

        for (var i = 0; i < tasks.Count; i++)
        {
            foreach (var fact in handlers.TryGetValue(tasks[i].Run, out var handler) ? handler.Facts : [])
            {
                if (!_rows.TryGetValue(fact, out var rows))
                {
                    _rows[fact] = rows = [];
                }

                rows.Add(i);
            }
        }
    }

    /// <summary>The names of all facts that some row may publish.</summary>
    public IReadOnlyCollection<string> Facts => _rows.Keys;

    /// <summary>The places of the rows that may publish a fact.</summary>
    public IReadOnlyList<int> Of(string fact) => _rows.TryGetValue(fact, out var rows) ? rows : Nobody;
}

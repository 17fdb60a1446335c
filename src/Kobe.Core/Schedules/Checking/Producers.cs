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
            var isKnown = handlers.TryGetValue(tasks[i].Run, out var handler);
            SomeUnknown |= !isKnown;
            foreach (var fact in isKnown ? RowFacts.Of(tasks[i], handler!) : [])
            {
                if (!_rows.TryGetValue(fact, out var rows))
                {
                    _rows[fact] = rows = [];
                }

                rows.Add(i);
            }
        }
    }

    /// <summary>Whether a row's handler is not in the catalogue, so that it is not known what it publishes.</summary>
    public bool SomeUnknown { get; }

    /// <summary>The names of all facts that some row may publish.</summary>
    public IReadOnlyCollection<string> Facts => _rows.Keys;

    /// <summary>The places of the rows that may publish a fact.</summary>
    public IReadOnlyList<int> Of(string fact) => _rows.TryGetValue(fact, out var rows) ? rows : Nobody;
}

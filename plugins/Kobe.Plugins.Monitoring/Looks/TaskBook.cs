using System.Text.Json;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Monitoring.Looks;

/// <summary>The rows in force, as the brain's view <c>tasks.json</c> has them.</summary>
internal sealed class TaskBook
{
    /// <summary>The view's name in the state directory.</summary>
    public const string FileName = "tasks.json";

    private readonly Dictionary<string, (string Category, string? Kind, bool Enabled)> _rows =
        new(StringComparer.Ordinal);

    private TaskBook()
    {
    }

    /// <summary>Reads the view.</summary>
    /// <param name="state">The state directory.</param>
    /// <param name="why">Why there is none, in a sentence.</param>
    /// <returns>Null when it is missing or can't be read.</returns>
    public static TaskBook? Read(string state, out string why)
    {
        var path = Path.Combine(state, FileName);
        if (StateFile.Read(path, out var problem) is not { } found
            || !found.TryGetProperty("tasks", out var rows) || rows.ValueKind != JsonValueKind.Array)
        {
            why = problem ?? $"{path} is not there: no brain has written which rows are in force.";
            return null;
        }

        var book = new TaskBook();
        foreach (var row in rows.EnumerateArray())
        {
            if (row.Text("id") is { } id && row.Text("category") is { } category)
            {
                var enabled = !row.TryGetProperty("enabled", out var word) || word.ValueKind != JsonValueKind.False;
                book._rows[id] = (category, row.Text("kind"), enabled);
            }
        }

        why = "";
        return book;
    }

    /// <summary>The enabled rows of a group, in order.</summary>
    public IReadOnlyList<string> Enabled(TaskGroup group) =>
        [.. _rows.Where(row => row.Value.Enabled && Has(row.Key, group)).Select(row => row.Key)
            .Order(StringComparer.Ordinal)];

    /// <summary>Whether a task belongs to a group; one that is no row of the schedule belongs to all of them
    /// together only.</summary>
    public bool Has(string task, TaskGroup group) => group switch
    {
        TaskGroup.Any => true,
        _ when !_rows.TryGetValue(task, out var row) => false,
        TaskGroup.Entries => _rows[task].Kind == "entry",
        TaskGroup.Exits => _rows[task].Kind == "exit",
        TaskGroup.Reconciles => _rows[task].Kind == "reconcile",
        _ => string.Equals(_rows[task].Category, group.ToString(), StringComparison.OrdinalIgnoreCase),
    };
}

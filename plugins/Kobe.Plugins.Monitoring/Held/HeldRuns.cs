using System.Text.Json;
using Kobe.Plugins.Journals;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Monitoring.Held;

/// <summary>Finds what waits for a person, by the journal and by the brain's view of its tasks.</summary>
internal static class HeldRuns
{
    /// <summary>The runs that were held and not resolved since.</summary>
    public static IReadOnlyList<WaitingOne> Held(IEnumerable<JournalNote> notes)
    {
        var held = new Dictionary<string, WaitingOne>(StringComparer.Ordinal);
        foreach (var note in notes)
        {
            if (note.Key is not { } key)
            {
                continue;
            }

            if (note.Next == "held")
            {
                held[key] = new(key, note.Error ?? note.Reason ?? "nobody knows what it did", note.At);
            }
            else
            {
                held.Remove(key);
            }
        }

        return [.. held.Values.OrderBy(one => one.Since).ThenBy(one => one.Id, StringComparer.Ordinal)];
    }

    /// <summary>The tasks that the brain's view says are kept back.</summary>
    /// <param name="view">scheduler_state.json.</param>
    /// <param name="member">Which member says why.</param>
    /// <param name="since">Since when, as far as the journal was read.</param>
    public static IReadOnlyList<WaitingOne> KeptBack(
        JsonElement view, string member, IReadOnlyDictionary<string, DateTimeOffset> since)
    {
        var found = new List<WaitingOne>();
        if (view.TryGetProperty("tasks", out var tasks) && tasks.ValueKind == JsonValueKind.Object)
        {
            foreach (var task in tasks.EnumerateObject())
            {
                if (task.Value.Text(member) is { } why)
                {
                    found.Add(new(task.Name, why, since.TryGetValue(task.Name, out var at) ? at : null));
                }
            }
        }

        return [.. found.OrderBy(one => one.Since).ThenBy(one => one.Id, StringComparer.Ordinal)];
    }
}

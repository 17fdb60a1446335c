using Kobe.Core.Schedules.Reading;

namespace Kobe.Core.Schedules.Checking;

/// <summary>No tasks wait for each other.</summary>
/// <remarks>
/// A task can be put in order when all that it comes after can, and for each need at least one row that publishes the
/// fact can. What is left over waits for itself.
/// </remarks>
internal static class CycleCheck
{
    public static void Check(IReadOnlyList<ScheduledTask> tasks, Producers? producers, ReadContext context)
    {
        var links = new TaskLinks(tasks, producers);
        if (links.AreNone)
        {
            return;
        }

        var ordered = links.Ordered();
        var seen = new bool[tasks.Count];
        for (var start = 0; start < tasks.Count; start++)
        {
            if (!ordered[start] && !seen[start])
            {
                Follow(start, links, ordered, seen, context);
            }
        }
    }

    // From what is left over each step leads to something left over, so the way comes back to itself, or to an old one.
    private static void Follow(int start, TaskLinks links, bool[] ordered, bool[] seen, ReadContext context)
    {
        var path = new List<int>();
        var at = start;
        while (!seen[at])
        {
            seen[at] = true;
            path.Add(at);
            at = links.Hindrance(at, ordered).Task;
        }

        var from = path.IndexOf(at);
        if (from < 0)
        {
            return;
        }

        var cycle = path[from..];
        var first = cycle.IndexOf(cycle.Min());
        var steps = cycle[first..].Concat(cycle[..first]).Select(task => links.Describe(task, ordered)).ToArray();
        var (mark, id) = links.PlaceOf(cycle[first], ordered);
        context.Error(mark, ScheduleCodes.DependencyCycle,
            steps.Length == 1
                ? $"Task '{id}' waits for itself: {steps[0]}."
                : $"Tasks wait for each other: {string.Join(", ", steps)}.",
            "Take one of these out.");
    }
}

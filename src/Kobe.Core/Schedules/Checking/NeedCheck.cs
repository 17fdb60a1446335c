using Kobe.Core.Schedules.Reading;
using Kobe.Core.Text;

namespace Kobe.Core.Schedules.Checking;

/// <summary>Every fact that a row needs is published by some row's handler.</summary>
internal static class NeedCheck
{
    public static void Check(IReadOnlyList<ScheduledTask> tasks, Producers producers, ReadContext context)
    {
        foreach (var task in tasks)
        {
            // A handler that did not load may publish anything.
            for (var i = 0; i < task.Needs.Count && !producers.SomeUnknown; i++)
            {
                var fact = task.Needs[i].Fact;
                if (producers.Of(fact).Count == 0)
                {
                    context.Error(task.ItemMark(SettingKey.Needs, i), ScheduleCodes.NeedWithoutProducer,
                        $"Task '{task.Id}' needs the fact {fact}, and no row's handler publishes it.",
                        ValueHints.OneOf("Published are", fact, [.. producers.Facts.Order(StringComparer.Ordinal)]));
                }
            }

            for (var i = 0; i < task.When.Count && !producers.SomeUnknown; i++)
            {
                if (!IsPublished(task.When[i].Path, producers))
                {
                    context.Diagnostics.Warning(task.ItemMark(SettingKey.When, i), ScheduleCodes.FactWithoutProducer,
                        $"No row's handler publishes a fact that '{task.When[i].Path}' could mean.",
                        "The condition holds only when a fact comes from elsewhere.");
                }
            }
        }
    }

    // A path goes on behind the fact's name.
    private static bool IsPublished(string path, Producers producers)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOf('.', end - 1))
        {
            if (producers.Of(path[..end]).Count > 0)
            {
                return true;
            }
        }

        return false;
    }
}

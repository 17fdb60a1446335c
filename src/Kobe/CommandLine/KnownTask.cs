using Kobe.Core.Schedules;
using Kobe.Core.Text;
using Kobe.Files;

namespace Kobe.CommandLine;

/// <summary>Finds a task that was named on the command line.</summary>
internal static class KnownTask
{
    /// <summary>The task, or a refusal with a suggestion.</summary>
    public static ScheduledTask Find(string id, Schedule schedule) =>
        schedule.Find(id) ?? throw new UserError(
            $"There is no task '{id}'. "
            + (DidYouMean.Nearest(id, schedule.Tasks.Select(task => task.Id)) is { } near
                ? $"Did you mean {near}?"
                : "kobe tasks lists them."));
}

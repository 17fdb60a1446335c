using Kobe.Core.Schedules.Reading;
using Kobe.Core.Text;

namespace Kobe.Core.Schedules.Checking;

/// <summary>Every task that a row waits for exists.</summary>
internal static class LinkCheck
{
    // Each looks through all ids; nobody reads more of them.
    private const int SuggestionsMax = 100;

    public static void Check(RowSet rows, ReadContext context)
    {
        var suggestions = 0;
        foreach (var task in rows.Tasks)
        {
            for (var i = 0; i < task.After.Count; i++)
            {
                var id = task.After[i].Task;
                if (rows.Has(id))
                {
                    continue;
                }

                var nearest = suggestions++ < SuggestionsMax ? DidYouMean.Nearest(id, rows.Ids) : null;
                context.Error(task.ItemMark(SettingKey.After, i), ScheduleCodes.UnknownTask,
                    $"Task '{task.Id}' waits for '{ValueHints.Short(id)}', and no row has that id.",
                    nearest is null ? "Write the id of another row." : $"Did you mean '{nearest}'?");
            }
        }
    }
}

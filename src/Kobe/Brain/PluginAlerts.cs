using Kobe.Core.Catalogues;

namespace Kobe.Brain;

/// <summary>One alert for each plugin that didn't load, with what that means for the schedule.</summary>
internal static class PluginAlerts
{
    /// <summary>The alerts of a roster, for those plugins that the one before it didn't have to report.</summary>
    public static IEnumerable<string> Of(Roster roster, Catalogue? before = null)
    {
        foreach (var plugin in roster.Catalogue.Plugins)
        {
            if (plugin.Problem is null || plugin.IsAwaited
                || before?.Plugins.Any(was => was.Name == plugin.Name && was.Problem == plugin.Problem) == true)
            {
                continue;
            }

            var rows = roster.Schedule.Tasks.Count(task =>
                roster.Catalogue.Find(task.Run) is null && !roster.IsAwaited(task) && plugin.MayHaveHad(task.Run));
            yield return $"PLUGIN: {plugin.Name} is not loaded: {plugin.Problem} "
                + (rows == 0 ? "No row waits for it." : $"{rows} rows without a handler are skipped.");
        }
    }
}

using Kobe.Contracts;
using Kobe.Core.Catalogues;
using Kobe.Core.Schedules.Reading;
using Kobe.Core.Text;

namespace Kobe.Core.Schedules.Checking;

/// <summary>Every row's handler exists, takes its arguments, and allows what the row asks.</summary>
internal static class HandlerCheck
{
    public static void Check(IReadOnlyList<ScheduledTask> tasks, Catalogue catalogue, ReadContext context)
    {
        var handlers = new Dictionary<string, HandlerRecord>();
        foreach (var handler in catalogue.Handlers)
        {
            handlers[handler.Name] = handler;
        }

        // No sorted dictionary: it would be compiled at every start of a command that only reads.
        var skipped = new Dictionary<string, List<ScheduledTask>>();
        foreach (var task in tasks)
        {
            if (handlers.TryGetValue(task.Run, out var handler))
            {
                ArgumentCheck.Check(task, handler, context);
                CheckEffects(task, handler, context);
            }
            // A refused plugin may have had the handler: its rows are skipped, not wrong.
            else if (catalogue.Plugins.FirstOrDefault(plugin => plugin.MayHaveHad(task.Run)) is { } refused)
            {
                if (!skipped.TryGetValue(refused.Name, out var rows))
                {
                    skipped[refused.Name] = rows = [];
                }

                rows.Add(task);
            }
            else
            {
                context.Error(task.MarkOf(SettingKey.Run), ScheduleCodes.UnknownHandler,
                    $"No plugin has the handler '{task.Run}'.",
                    DidYouMean.Nearest(task.Run, handlers.Keys) is { } nearest ? $"Did you mean '{nearest}'?" : null);
            }
        }

        foreach (var plugin in catalogue.Plugins)
        {
            if (skipped.Remove(plugin.Name, out var rows))
            {
                WarnOfSkipped(plugin, rows, context);
            }
        }
    }

    private static void WarnOfSkipped(PluginRecord plugin, List<ScheduledTask> rows, ReadContext context)
    {
        var first = rows[0];
        var others = rows.Count == 1 ? "" : $" So will {rows.Count - 1} other rows.";
        context.Diagnostics.Warning(first.MarkOf(SettingKey.Run), ScheduleCodes.UnknownHandler,
            $"No plugin that loaded has the handler '{first.Run}'; task '{first.Id}' will be skipped.{others}",
            $"The plugin {plugin.Name} did not load: {plugin.Problem}");
    }

    private static void CheckEffects(ScheduledTask task, HandlerRecord handler, ReadContext context)
    {
        if (handler.Effects == Effects.Orders && task.Category != Category.Trading)
        {
            context.Error(task.MarkOf(SettingKey.Category), ScheduleCodes.OrdersNeedTrading,
                $"The handler '{handler.Name}' may change orders, and task '{task.Id}' is "
                + $"{task.Category.ToString().ToLowerInvariant()}.", "Write category: trading and a kind.");
        }

        var mayStop = handler.Effects == Effects.None
            || (handler.Effects == Effects.Idempotent && task.OnUnknown == OnUnknown.Retry);
        if (task.Preemptible == Preemption.Yes && !mayStop)
        {
            context.Error(task.MarkOf(SettingKey.Preemptible), ScheduleCodes.CannotPreempt,
                $"Task '{task.Id}' can't be preemptible: the effects of '{handler.Name}' are "
                + $"{handler.Effects.ToString().ToLowerInvariant()}.",
                "It needs effects none, or idempotent ones with on_unknown: retry.");
        }

        if (task.OnUnknown == OnUnknown.Reconcile && !handler.Reconciles)
        {
            context.Error(task.MarkOf(SettingKey.OnUnknown), ScheduleCodes.CannotReconcile,
                $"The handler '{handler.Name}' can't say whether an attempt had its effect.",
                "Write on_unknown: retry, skip or alert.");
        }
    }
}

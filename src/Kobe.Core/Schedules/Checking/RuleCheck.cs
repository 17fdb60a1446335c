using Kobe.Core.Schedules.Reading;

namespace Kobe.Core.Schedules.Checking;

/// <summary>Settings that contradict each other whatever the handler is.</summary>
internal static class RuleCheck
{
    public static void Check(IReadOnlyList<ScheduledTask> tasks, ReadContext context)
    {
        foreach (var task in tasks)
        {
            if (task is { Kind: TaskKind.Entry, OnUnknown: OnUnknown.Retry })
            {
                context.Error(task.MarkOf(SettingKey.OnUnknown), ScheduleCodes.BlindRetry,
                    $"Task '{task.Id}' is an entry and would run again though its order may be out.",
                    "Write on_unknown: reconcile or alert.");
            }

            if (task is { Kind: TaskKind.Entry or TaskKind.Exit or TaskKind.Reconcile, Preemptible: Preemption.Yes })
            {
                context.Error(task.MarkOf(SettingKey.Preemptible), ScheduleCodes.CannotPreempt,
                    $"Task '{task.Id}' may change orders and can't be stopped half-way.", "Leave preemptible out.");
            }
        }
    }
}

using Kobe.Core.Markets;
using Kobe.Core.Schedules.Checking;
using Kobe.Core.Schedules.Reading;
using Kobe.Core.Text;

namespace Kobe.Core.Schedules;

/// <summary>The effective settings of a row and where each comes from.</summary>
public static class TaskSettings
{
    private const string None = "–";

    private static readonly SettingKey[] GivenByCategory =
        [SettingKey.Grace, SettingKey.CatchUp, SettingKey.Expires, SettingKey.OnUnknown, SettingKey.Preemptible];

    /// <summary>All settings in the order of the documentation; of the triggers only the row's own.</summary>
    /// <param name="task">The row.</param>
    public static IReadOnlyList<TaskSetting> Of(ScheduledTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        var settings = new List<TaskSetting>();
        for (var key = SettingKey.Id; key <= SettingKey.Enabled; key++)
        {
            if (ValueOf(task, key) is { } value)
            {
                settings.Add(new(RowKeys.NameOf(key), value, From(task, key), NoteOn(task, key)));
            }
        }

        settings.Insert(settings.FindIndex(setting => setting.Name == "on"),
            new("zone", task.Zone.Id, task.Origins.Zone is { } zone ? $"{zone.File}:{zone.Line}" : "default"));
        return settings;
    }

    /// <summary>A word as the schedule writes it.</summary>
    /// <param name="value">A value of one of the schedule's enums.</param>
    /// <typeparam name="T">The enum.</typeparam>
    public static string Word<T>(T value)
        where T : struct, Enum => EnumNames<T>.Names[Array.IndexOf(Enum.GetValues<T>(), value)];

    private static string From(ScheduledTask task, SettingKey key) =>
        task.Origins.Of(key)?.ToString() ?? (GivenByCategory.Contains(key) ? "category" : "default");

    private static string? NoteOn(ScheduledTask task, SettingKey key)
    {
        if (key != SettingKey.Retries || RetryFit.LifetimeMax(task) is not { } lifetime)
        {
            return null;
        }

        var fitting = RetryFit.Fitting(task, lifetime);
        return fitting == task.Retries ? null
            : $"Cut: at most {fitting} fit before it expires, {DurationText.Format(lifetime)} after it is due at the "
                + "latest.";
    }

    // Null: the key says nothing about this row.
    private static string? ValueOf(ScheduledTask task, SettingKey key) => key switch
    {
        SettingKey.Id => task.Id,
        SettingKey.Run => task.Run,
        SettingKey.Args => $"{{ {string.Join(", ", task.Args)} }}".Replace("{  }", "{}", StringComparison.Ordinal),
        SettingKey.About => task.About ?? None,
        SettingKey.Tags => Listed(task.Tags),
        SettingKey.At => (task.Trigger as Trigger.AtTimes)?.ToString()[3..],
        SettingKey.Every => task.Trigger is Trigger.Every every ? DurationText.Format(every.Step) : null,
        SettingKey.From => task.Trigger is Trigger.Every every ? every.From?.ToString() ?? "start of the date" : null,
        SettingKey.To => task.Trigger is Trigger.Every every ? every.To?.ToString() ?? "end of the date" : null,
        SettingKey.Whenever => task.Trigger is Trigger.Whenever whenever
            ? $"{{ cooldown: {DurationText.Format(whenever.Cooldown)} }}"
            : null,
        SettingKey.Cron => (task.Trigger as Trigger.ByCron)?.Expression.Text,
        SettingKey.Once => (task.Trigger as Trigger.Once)?.ToString()[5..],
        SettingKey.OnStart => task.Trigger is Trigger.OnStart ? "true" : null,
        SettingKey.On => task.On.ToString(),
        SettingKey.Calendar => task.Calendar,
        SettingKey.Category => Word(task.Category),
        SettingKey.Kind => task.Kind is { } kind ? Word(kind) : None,
        SettingKey.Phases => task.Phases.ToString(),
        SettingKey.Modes => task.Modes.ToString(),
        SettingKey.Seasons => task.Seasons == 0 ? "all" : string.Join(", ", SeasonNames.Of(task.Seasons)),
        SettingKey.When => Listed(task.When),
        SettingKey.Needs => Listed(task.Needs),
        SettingKey.After => Listed(task.After),
        _ => ValueOfLateness(task, key),
    };

    private static string ValueOfLateness(ScheduledTask task, SettingKey key) => key switch
    {
        SettingKey.Priority => task.Priority.ToString(),
        SettingKey.Timeout => DurationText.Format(task.Timeout),
        SettingKey.Retries => task.Retries.ToString(),
        SettingKey.Backoff => task.Backoff.ToString(),
        SettingKey.Grace => DurationText.Format(task.Grace),
        SettingKey.Expires => task.Expires.ToString(),
        SettingKey.CatchUp => task.CatchUp.ToString(),
        SettingKey.OnUnknown => task.OnUnknown switch
        {
            OnUnknown.ReconcileElseAlert => "reconcile if the handler can, else alert",
            OnUnknown.ReconcileElseRetry => "reconcile if the handler can, else retry",
            var other => Word(other),
        },
        SettingKey.Preemptible => task.Preemptible switch
        {
            Preemption.Yes => "true",
            Preemption.No => "false",
            _ => "if effects allow",
        },
        SettingKey.Overlap => Word(task.Overlap),
        SettingKey.OncePerDay => Flag(task.OncePerDay),
        SettingKey.MaxPerDay => task.MaxPerDay?.ToString() ?? None,
        SettingKey.LookBack => DurationText.Format(task.LookBack),
        SettingKey.Ageing => task.Ageing is { } ageing ? DurationText.Format(ageing) : "off",
        SettingKey.DstGap => Word(task.DstGap),
        SettingKey.DstOverlap => Word(task.DstOverlap),
        SettingKey.Enabled => Flag(task.Enabled),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Flag(bool value) => value ? "true" : "false";

    private static string Listed<T>(IReadOnlyList<T> items) =>
        items.Count == 0 ? None : $"[{string.Join(", ", items)}]";
}

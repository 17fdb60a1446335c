using Kobe.Core.Schedules.Cron;
using Kobe.Core.Text;

namespace Kobe.Core.Schedules.Reading;

/// <summary>Finds the one trigger of a row and reads it.</summary>
internal sealed class TriggerReader(ReadContext context, TimeZoneInfo? zone)
{
    private const string Names = "at, every, whenever, cron, once, on_start";
    private static readonly YamlKeys WheneverKeys = new("'whenever'", ["cooldown"], "cooldown");

    private readonly OnceReader _once = new(context);

    public Trigger? Read(YamlMapping row, RowDraft draft)
    {
        YamlEntry? trigger = null;
        var key = SettingKey.At;
        YamlNode? from = null;
        YamlNode? to = null;
        foreach (var entry in row.Entries)
        {
            var found = RowKeys.Find(entry.Key.Value);
            if (found is { } kind && RowKeys.IsTrigger(kind))
            {
                RefuseSecond(trigger, entry, draft);
                (trigger, key) = trigger is null ? (entry, kind) : (trigger, key);
            }

            from = found == SettingKey.From ? entry.Value : from;
            to = found == SettingKey.To ? entry.Value : to;
        }

        if (trigger is null)
        {
            context.Error(row.Mark, ScheduleCodes.NoTrigger, $"Task '{draft.Id}' has no trigger.",
                $"Add one of {Names}.");
            return null;
        }

        if (key != SettingKey.Every && (from ?? to) is { } window)
        {
            context.Error(window.Mark, ScheduleCodes.WindowWithoutStep,
                $"'{(from is null ? "to" : "from")}' belongs to 'every', and this row has '{trigger.Key.Value}'.",
                "Take it out, or write every.");
        }

        return Read(key, trigger.Value, from, to);
    }

    private void RefuseSecond(YamlEntry? first, YamlEntry second, RowDraft draft)
    {
        if (first is not null)
        {
            context.Error(second.Key.Mark, ScheduleCodes.TwoTriggers,
                $"Task '{draft.Id}' has two triggers: '{first.Key.Value}' in line {first.Key.Mark.Line} and "
                + $"'{second.Key.Value}'.", "Leave one, or make two rows.");
        }
    }

    private Trigger? Read(SettingKey key, YamlNode node, YamlNode? from, YamlNode? to) => key switch
    {
        SettingKey.At => At(node),
        SettingKey.Every => Every(node, from, to),
        SettingKey.Whenever => YamlFields.Of(node, WheneverKeys, context.Diagnostics)
            ?.Duration("cooldown", ScheduleLimits.DurationMin) is { } cooldown ? new Trigger.Whenever(cooldown) : null,
        SettingKey.Cron => Cron(node),
        SettingKey.Once => RowValues.Scalar(node, "once", context) is { } once ? _once.Read(once, zone) : null,
        _ => OnStart(node),
    };

    private Trigger.AtTimes? At(YamlNode node)
    {
        var scalars = FieldChecks.Scalars(node, "at", context.Diagnostics);
        var times = new List<DayTime>();
        foreach (var scalar in scalars ?? [])
        {
            if (DayTimeReader.Read(scalar, "at", context) is not { } time)
            {
                continue;
            }

            if (times.Exists(other => DayTime.Compare(other, time) == 0))
            {
                context.Error(scalar.Mark, ScheduleCodes.RepeatedTime, $"'at' has {time} twice.", "Leave one.");
            }

            times.Add(time);
        }

        return times.Count > 0 && times.Count == scalars!.Count ? new Trigger.AtTimes(times) : null;
    }

    private Trigger.Every? Every(YamlNode node, YamlNode? from, YamlNode? to)
    {
        var step = RowValues.Duration(node, "every", context, ScheduleLimits.StepMin, ScheduleLimits.StepMax);
        var first = from is null ? null : Time(from, "from");
        var last = to is null ? null : Time(to, "to");
        return step is { } distance && (from is null || first is not null) && (to is null || last is not null)
            ? new Trigger.Every(distance, first, last)
            : null;
    }

    private DayTime? Time(YamlNode node, string name) =>
        RowValues.Scalar(node, name, context) is { } scalar ? DayTimeReader.Read(scalar, name, context) : null;

    private Trigger.ByCron? Cron(YamlNode node)
    {
        if (RowValues.Scalar(node, "cron", context) is not { } scalar
            || YamlValues.Text(scalar, "cron", context.Diagnostics) is not { } text)
        {
            return null;
        }

        if (CronExpression.Parse(text, out var error) is { } expression)
        {
            return new(expression);
        }

        context.Error(scalar.Mark, error!.Impossible ? ScheduleCodes.ImpossibleCron : ScheduleCodes.BadCron,
            $"cron '{ValueHints.Short(text)}', column {error.Column}: {error.Message}.", error.Hint);
        return null;
    }

    private Trigger.OnStart? OnStart(YamlNode node)
    {
        if (RowValues.Scalar(node, "on_start", context) is not { } scalar
            || YamlValues.Bool(scalar, "on_start", context.Diagnostics) is not { } value)
        {
            return null;
        }

        if (!value)
        {
            context.Error(node.Mark, ScheduleCodes.NoTrigger, "'on_start' is false, which is no trigger.",
                $"Write on_start: true, or another of {Names}.");
        }

        return value ? new Trigger.OnStart() : null;
    }
}

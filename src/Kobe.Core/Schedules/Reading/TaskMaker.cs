using Kobe.Core.Text;

namespace Kobe.Core.Schedules.Reading;

/// <summary>
/// Puts a row together: its own values, else those of its file's defaults, else its category's, else built-in.
/// </summary>
internal sealed class TaskMaker(ReadContext context, Switches switches)
{
    // What a silent row has; the record's own initialisers are the one place where these defaults stand.
    private static readonly ScheduledTask BuiltIn = new()
    {
        Id = "",
        Run = "",
        Trigger = new Trigger.OnStart(),
        Zone = TimeZoneInfo.Utc,
        Grace = default,
        CatchUp = default,
        Expires = new Expiry.NextSlot(),
        OnUnknown = default,
        Preemptible = default,
    };

    public ScheduledTask? Make(RowDraft row, DraftFile from)
    {
        var file = from.Defaults;
        var category = row.Category ?? file.Category ?? BuiltIn.Category;
        var kind = Kind(row, file, category);
        var backoff = BackoffOf(row, file);
        if (row.Refused || row.Trigger is null || row.Id is null || row.Run is null || from.Zone is null
            || (category == Category.Trading && kind is null))
        {
            return null;
        }

        var byCategory = CategoryDefaults.Of(category, kind, row.Trigger);
        var decided = switches.Of(row.Id);
        var on = row.On ?? file.On ?? BuiltIn.On;
        var forced = switches.ForceRun is not null && category == Category.Maintenance
            && (on.Rules & DayRules.TradingDays) != 0;
        var ageing = row.Ageing ?? file.Ageing ?? BuiltIn.Ageing;
        var preemptible = row.Preemptible ?? file.Preemptible;
        return new ScheduledTask
        {
            Id = row.Id,
            Run = row.Run,
            Args = row.Args ?? file.Args ?? BuiltIn.Args,
            About = row.About ?? file.About,
            Tags = row.Tags ?? file.Tags ?? BuiltIn.Tags,
            Trigger = row.Trigger,
            On = forced ? DaySelector.Any : on,
            Zone = from.Zone,
            Calendar = row.Calendar ?? file.Calendar ?? BuiltIn.Calendar,
            Category = category,
            Kind = kind,
            Phases = row.Phases ?? file.Phases ?? BuiltIn.Phases,
            PhasesNamed = row.Phases is null ? file.PhasesNamed : row.PhasesNamed,
            Modes = row.Modes ?? file.Modes ?? BuiltIn.Modes,
            Seasons = row.Seasons ?? file.Seasons ?? BuiltIn.Seasons,
            When = row.When ?? file.When ?? BuiltIn.When,
            Needs = row.Needs ?? file.Needs ?? BuiltIn.Needs,
            After = row.After ?? file.After ?? BuiltIn.After,
            Priority = row.Priority ?? file.Priority ?? BuiltIn.Priority,
            Timeout = row.Timeout ?? file.Timeout ?? BuiltIn.Timeout,
            Retries = row.Retries ?? file.Retries ?? BuiltIn.Retries,
            Backoff = backoff,
            Grace = row.Grace ?? file.Grace ?? byCategory.Grace,
            CatchUp = row.CatchUp ?? file.CatchUp ?? byCategory.CatchUp,
            Expires = row.Expires ?? file.Expires ?? byCategory.Expires,
            OnUnknown = row.OnUnknown ?? file.OnUnknown ?? byCategory.OnUnknown,
            Preemptible = preemptible is { } asked ? asked ? Preemption.Yes : Preemption.No : byCategory.Preemptible,
            Overlap = row.Overlap ?? file.Overlap ?? BuiltIn.Overlap,
            OncePerDay = row.OncePerDay ?? file.OncePerDay ?? BuiltIn.OncePerDay,
            MaxPerDay = row.MaxPerDay ?? file.MaxPerDay,
            LookBack = row.LookBack ?? file.LookBack ?? BuiltIn.LookBack,
            Ageing = ageing == TimeSpan.Zero ? null : ageing,
            DstGap = row.DstGap ?? file.DstGap ?? BuiltIn.DstGap,
            DstOverlap = row.DstOverlap ?? file.DstOverlap ?? BuiltIn.DstOverlap,
            Enabled = decided?.Value ?? row.Enabled ?? file.Enabled ?? BuiltIn.Enabled,
            Mark = row.Mark,
            Origins = new(Decided(decided, forced ? switches.ForceRun : null), row.Origins, file.Origins,
                from.ZoneMark),
        };
    }

    private TaskKind? Kind(RowDraft row, RowDraft file, Category category)
    {
        var kind = row.Kind ?? file.Kind;
        if (category == Category.Trading)
        {
            if (kind is null && !row.Has(SettingKey.Kind))
            {
                context.Error(row.Mark, ScheduleCodes.KindMissing, $"Trading task '{row.Id}' has no kind.",
                    "Add kind: entry, exit, reconcile or other.");
            }

            return kind;
        }

        if (row.Kind is not null)
        {
            context.Diagnostics.Warning(row.MarkOf(SettingKey.Kind), ScheduleCodes.KindUseless,
                $"'kind' means nothing for task '{row.Id}', whose category is "
                + $"{category.ToString().ToLowerInvariant()}.",
                "Write category: trading, or leave the kind out.");
        }

        return null;
    }

    private Backoff BackoffOf(RowDraft row, RowDraft file)
    {
        var first = row.BackoffBase ?? file.BackoffBase ?? BuiltIn.Backoff.Base;
        var cap = row.BackoffCap ?? file.BackoffCap;
        if (cap < first)
        {
            var culprit = row.Has(SettingKey.Backoff) ? row : file;
            context.Error(culprit.MarkOf(SettingKey.Backoff), ScheduleCodes.BadBackoff,
                $"The cap of 'backoff', {DurationText.Format(cap.Value)}, is less than its base, "
                + $"{DurationText.Format(first)}.", "Make the cap as long as the base, or longer.");
        }

        return new(first, cap ?? (first > BuiltIn.Backoff.Cap ? first : BuiltIn.Backoff.Cap));
    }

    private static Origin[] Decided(Switch? enabled, Switch? forced) =>
        (enabled, forced) switch
        {
            (null, null) => [],
            ({ } one, null) => [new(SettingKey.Enabled, default, one.Name)],
            (null, { } other) => [new(SettingKey.On, default, other.Name)],
            ({ } one, { } other) =>
                [new(SettingKey.Enabled, default, one.Name), new(SettingKey.On, default, other.Name)],
        };
}

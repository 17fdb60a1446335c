using Kobe.Core.Markets;
using Kobe.Core.Text;

namespace Kobe.Core.Schedules.Reading;

/// <summary>
/// Reads how long things may take, how late they may be and what follows: all the durations and numbers.
/// </summary>
internal sealed class LatenessReader(ReadContext context)
{
    private static readonly string[] Priorities = ["critical", "high", "normal", "low", "background"];
    private static readonly string[] CatchUps = ["none", "latest", "earliest"];
    private static readonly string[] OnUnknowns = ["reconcile", "retry", "skip", "alert"];
    private static readonly YamlKeys BackoffKeys = new("'backoff'", ["base", "cap"]);
    private static readonly YamlKeys CatchUpKeys = new("'catch_up'", ["all"], "all");

    public void Read(SettingKey key, YamlNode node, RowDraft draft)
    {
        switch (key)
        {
            case SettingKey.Priority:
                draft.Priority = Priority(node);
                break;
            case SettingKey.Timeout:
                draft.Timeout = Timeout(node);
                break;
            case SettingKey.Retries:
                draft.Retries = RowValues.Number(node, "retries", context, 0, ScheduleLimits.RetriesMax);
                break;
            case SettingKey.Backoff:
                Backoff(node, draft);
                break;
            case SettingKey.Grace:
                draft.Grace = RowValues.Duration(node, "grace", context);
                break;
            case SettingKey.Expires:
                draft.Expires = Expires(node);
                break;
            case SettingKey.CatchUp:
                draft.CatchUp = CatchUpOf(node);
                break;
            case SettingKey.OnUnknown:
                draft.OnUnknown = Word(node, "on_unknown", OnUnknowns) is { } found ? (OnUnknown)found : null;
                break;
            case SettingKey.MaxPerDay:
                draft.MaxPerDay = RowValues.Number(node, "max_per_day", context, 1, ScheduleLimits.PerDayMax);
                break;
            case SettingKey.LookBack:
                draft.LookBack = RowValues.Duration(node, "look_back", context, max: ScheduleLimits.LookBackMax);
                break;
            case SettingKey.Ageing:
                draft.Ageing = node is YamlScalar { Value: "off" or "OFF" or "Off" }
                    ? TimeSpan.Zero
                    : RowValues.Duration(node, "ageing", context);
                break;
            default:
                // Triggers are read together, when the whole row is known.
                break;
        }
    }

    private int? Priority(YamlNode node)
    {
        if (RowValues.Scalar(node, "priority", context) is not { } scalar)
        {
            return null;
        }

        return scalar.Value is [>= '0' and <= '9', ..] or ['-', ..]
            ? YamlValues.Number(scalar, "priority", context.Diagnostics, 1, 10)
            : RowValues.Word(scalar, "priority", context, Priorities, ScheduleCodes.UnknownWord) + 1;
    }

    private TimeSpan? Timeout(YamlNode node)
    {
        var timeout = RowValues.Duration(node, "timeout", context);
        if (timeout is not { } time || time <= context.TimeoutMax)
        {
            return timeout;
        }

        var most = DurationText.Format(context.TimeoutMax);
        context.Error(node.Mark, ScheduleCodes.TimeoutOverCeiling,
            $"'timeout' is {DurationText.Format(time)}; at most {most} is allowed.",
            context.TimeoutMax < ScheduleLimits.TimeoutCeiling
                ? "Raise limits.max_timeout in kobe.yaml (up to 1h), or divide the work."
                : "Divide the work.");
        return null;
    }

    private void Backoff(YamlNode node, RowDraft draft)
    {
        if (YamlFields.Of(node, BackoffKeys, context.Diagnostics) is not { } fields)
        {
            return;
        }

        draft.BackoffBase = fields.Duration("base", ScheduleLimits.DurationMin);
        draft.BackoffCap = fields.Duration("cap", ScheduleLimits.DurationMin);
    }

    private Expiry? Expires(YamlNode node)
    {
        if (RowValues.Scalar(node, "expires", context) is not { } scalar
            || YamlValues.Text(scalar, "expires", context.Diagnostics) is not { } text)
        {
            return null;
        }

        switch (text.ToLowerInvariant())
        {
            case "next-slot" or "next_slot":
                return new Expiry.NextSlot();
            case "phase-end" or "phase_end":
                return new Expiry.PhaseEnd();
        }

        if (DurationText.TryParse(text, out _))
        {
            return YamlValues.Duration(scalar, "expires", context.Diagnostics, ScheduleLimits.DurationMin) is { } time
                ? new Expiry.After(time)
                : null;
        }

        if (AnchorText.TryParse(text, out var anchor))
        {
            return new Expiry.At(anchor);
        }

        context.Error(scalar.Mark, ScheduleCodes.BadExpiry, $"'expires' is '{ValueHints.Short(text)}', not an expiry.",
            DayTimeReader.Nearest(text, ["next-slot", "phase-end"])
            + "Write a duration after due (30m), next-slot, phase-end, or an anchor (close-15m).");
        return null;
    }

    private CatchUp? CatchUpOf(YamlNode node)
    {
        if (node is not YamlMapping)
        {
            return Word(node, "catch_up", CatchUps) switch
            {
                0 => CatchUp.None,
                1 => CatchUp.Latest,
                2 => CatchUp.Earliest,
                _ => null,
            };
        }

        var fields = YamlFields.Of(node, CatchUpKeys, context.Diagnostics);
        return fields?.Number("all", 1, ScheduleLimits.CatchUpMax) is { } max ? CatchUp.All(max) : null;
    }

    private int? Word(YamlNode node, string name, string[] words) =>
        RowValues.Scalar(node, name, context) is { } scalar
            ? RowValues.Word(scalar, name, context, words, ScheduleCodes.UnknownWord)
            : null;
}

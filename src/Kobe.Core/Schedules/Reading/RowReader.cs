using Kobe.Core.Markets;
using Kobe.Core.Text;

namespace Kobe.Core.Schedules.Reading;

/// <summary>Reads one mapping, a row or a file's defaults, key by key.</summary>
internal sealed class RowReader(ReadContext context, TimeZoneInfo? zone)
{
    private readonly Diagnostics _diagnostics = context.Diagnostics;
    private readonly FilterReader _filters = new(context);
    private readonly LatenessReader _lateness = new(context);
    private readonly DependencyReader _dependencies = new(context);
    private readonly TriggerReader _trigger = new(context, zone);

    public RowDraft? Row(YamlNode node) => Read(node, RowKeys.OfRow, isRow: true);

    public RowDraft? Defaults(YamlNode node) => Read(node, RowKeys.OfDefaults, isRow: false);

    private RowDraft? Read(YamlNode node, YamlKeys keys, bool isRow)
    {
        if (node is not YamlMapping mapping)
        {
            FieldChecks.RefuseKind(node, keys.What, "keys with values", isRow ? "Write id, run and a trigger." : null,
                _diagnostics);
            return null;
        }

        var errors = _diagnostics.ErrorCount;
        var draft = new RowDraft(mapping.Mark, mapping.Entries.Count);
        var isUnknown = false;
        foreach (var entry in mapping.Entries)
        {
            var key = RowKeys.Find(entry.Key.Value);
            isUnknown |= key is null;
            if (key is { } known && !isRow && RowKeys.BelongsToRow(known))
            {
                context.Error(entry.Key.Mark, ScheduleCodes.NotInDefaults,
                    $"'{entry.Key.Value}' belongs to each row and can't stand in defaults.", "Move it into the rows.");
            }
            else if (key is { } legal)
            {
                draft.Origins.Add(new(legal, entry.Value.Mark, (entry.Value as YamlScalar)?.Variable));
                Value(legal, entry.Value, draft);
            }
        }

        if (isUnknown || (isRow && (!draft.Has(SettingKey.Id) || !draft.Has(SettingKey.Run))))
        {
            FieldChecks.Check(isRow ? mapping : WithoutRowKeys(mapping), keys, _diagnostics);
        }

        if (isRow)
        {
            draft.Trigger = _trigger.Read(mapping, draft);
        }

        draft.Refused = _diagnostics.ErrorCount > errors;
        return draft;
    }

    // These have an error of their own already.
    private static YamlMapping WithoutRowKeys(YamlMapping mapping) => mapping with
    {
        Entries = [.. mapping.Entries.Where(entry =>
            RowKeys.Find(entry.Key.Value) is not { } key || !RowKeys.BelongsToRow(key))],
    };

    private void Value(SettingKey key, YamlNode node, RowDraft draft)
    {
        var name = RowKeys.NameOf(key);
        switch (key)
        {
            case SettingKey.Id:
                draft.Id = Name(node, name);
                break;
            case SettingKey.Run:
                draft.Run = Name(node, name);
                break;
            case SettingKey.Args:
                draft.Args = ArgsReader.Read(node, draft, context);
                break;
            case SettingKey.About:
                draft.About = Scalar(node, name) is { } about ? YamlValues.Text(about, name, _diagnostics) : null;
                break;
            case SettingKey.Tags:
                draft.Tags = FieldChecks.Scalars(node, name, _diagnostics)?.Select(tag => tag.Value).ToArray();
                break;
            case SettingKey.On or SettingKey.Calendar or SettingKey.Phases or SettingKey.Modes or SettingKey.Seasons:
                _filters.Read(key, node, draft);
                break;
            case SettingKey.When or SettingKey.Needs or SettingKey.After:
                _dependencies.Read(key, node, draft);
                break;
            case SettingKey.Category:
                draft.Category = Choice<Category>(node, name);
                break;
            case SettingKey.Kind:
                draft.Kind = Choice<TaskKind>(node, name);
                break;
            case SettingKey.Overlap:
                draft.Overlap = Choice<OverlapRule>(node, name);
                break;
            case SettingKey.DstGap:
                draft.DstGap = Choice<GapPolicy>(node, name);
                break;
            case SettingKey.DstOverlap:
                draft.DstOverlap = Choice<OverlapPolicy>(node, name);
                break;
            case SettingKey.OncePerDay:
                draft.OncePerDay = Bool(node, name);
                break;
            case SettingKey.Preemptible:
                draft.Preemptible = Bool(node, name);
                break;
            case SettingKey.Enabled:
                draft.Enabled = Bool(node, name);
                break;
            default:
                _lateness.Read(key, node, draft);
                break;
        }
    }

    private string? Name(YamlNode node, string key)
    {
        if (Scalar(node, key) is not { } scalar || YamlValues.Text(scalar, key, _diagnostics) is not { } text)
        {
            return null;
        }

        if (TaskName.IsValid(text))
        {
            return text;
        }

        context.Error(scalar.Mark, ScheduleCodes.BadName, $"'{key}' is '{ValueHints.Short(text)}', not a name.",
            TaskName.Hint(text));
        return null;
    }

    private T? Choice<T>(YamlNode node, string name)
        where T : struct, Enum =>
        Scalar(node, name) is { } value ? YamlValues.Choice<T>(value, name, _diagnostics) : null;

    private bool? Bool(YamlNode node, string name) =>
        Scalar(node, name) is { } value ? YamlValues.Bool(value, name, _diagnostics) : null;

    private YamlScalar? Scalar(YamlNode node, string name) => RowValues.Scalar(node, name, context);
}

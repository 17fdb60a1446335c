using Kobe.Core.Text;

namespace Kobe.Core.Schedules.Reading;

/// <summary>Reads what a row waits for or asks: <c>after</c>, <c>needs</c>, <c>when</c>.</summary>
internal sealed class DependencyReader(ReadContext context)
{
    private static readonly YamlKeys AfterKeys = new("an item of after", ["task", "end"], "task");

    private readonly ConditionReader _conditions = new(context);

    public void Read(SettingKey key, YamlNode node, RowDraft draft)
    {
        switch (key)
        {
            case SettingKey.When:
                draft.When = List(node, "when", _conditions.Read);
                AddItems(key, node, draft);
                break;
            case SettingKey.Needs:
                draft.Needs = List<FactNeed>(node, "needs", Need);
                AddItems(key, node, draft);
                break;
            default:
                draft.After = After(node);
                AddItems(key, node, draft);
                break;
        }
    }

    private static void AddItems(SettingKey key, YamlNode node, RowDraft draft)
    {
        foreach (var item in node is YamlSequence list ? list.Items : [node])
        {
            draft.Origins.Add(new(key, item.Mark, null));
        }
    }

    private List<T>? List<T>(YamlNode node, string name, Func<YamlScalar, T?> read)
        where T : class => Read(node, name, scalar => read(scalar) is { } item ? [item] : Array.Empty<T>());

    private List<T>? List<T>(YamlNode node, string name, Func<YamlScalar, T?> read)
        where T : struct => Read(node, name, scalar => read(scalar) is { } item ? [item] : Array.Empty<T>());

    private List<T>? Read<T>(YamlNode node, string name, Func<YamlScalar, T[]> read)
    {
        if (FieldChecks.Scalars(node, name, context.Diagnostics) is not { } scalars)
        {
            return null;
        }

        var items = new List<T>();
        foreach (var scalar in scalars)
        {
            items.AddRange(read(scalar));
        }

        return items.Count == scalars.Count ? items : null;
    }

    private FactNeed? Need(YamlScalar scalar)
    {
        var text = scalar.Value.Trim();
        var sign = text.IndexOf('<', StringComparison.Ordinal);
        var fact = sign < 0 ? text : text[..sign].TrimEnd();
        if (!TaskName.IsValid(fact))
        {
            context.Error(scalar.Mark, ScheduleCodes.BadNeed, $"'{ValueHints.Short(text)}' is not a need.",
                "Write the name of a fact, and its greatest age if it matters: bars.daily < 20h.");
            return null;
        }

        if (sign < 0)
        {
            return new FactNeed(fact, null);
        }

        var age = text[(sign + 1)..].Trim();
        if (DurationText.TryParse(age, out var limit) && limit >= ScheduleLimits.DurationMin)
        {
            return new FactNeed(fact, limit);
        }

        context.Error(scalar.Mark, ScheduleCodes.BadNeed,
            $"'{ValueHints.Short(age)}' is not an age of the fact {fact}.", ValueHints.Duration(age));
        return null;
    }

    private List<AfterTask>? After(YamlNode node)
    {
        var nodes = node is YamlSequence sequence ? sequence.Items : [node];
        if (nodes.Count == 0)
        {
            FieldChecks.Scalars(node, "after", context.Diagnostics);
            return null;
        }

        var tasks = new List<AfterTask>();
        foreach (var item in nodes)
        {
            if (AfterItem(item) is { } task)
            {
                tasks.Add(task);
            }
        }

        return tasks.Count == nodes.Count ? tasks : null;
    }

    private AfterTask? AfterItem(YamlNode node)
    {
        if (node is not YamlMapping)
        {
            return RowValues.Scalar(node, "after", context) is { } scalar
                && YamlValues.Text(scalar, "after", context.Diagnostics) is { } id
                    ? new AfterTask(id, AfterEnd.Success)
                    : null;
        }

        var fields = YamlFields.Of(node, AfterKeys, context.Diagnostics)!;
        var end = fields.Has("end") ? fields.Choice<AfterEnd>("end") : AfterEnd.Success;
        return fields.Text("task") is { } task && end is { } how ? new AfterTask(task, how) : null;
    }
}

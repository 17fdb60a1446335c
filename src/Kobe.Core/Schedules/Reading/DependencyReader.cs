using System.Globalization;
using Kobe.Core.Text;

namespace Kobe.Core.Schedules.Reading;

/// <summary>Reads what a row waits for or asks: <c>after</c>, <c>needs</c>, <c>when</c>.</summary>
internal sealed class DependencyReader(ReadContext context)
{
    private static readonly YamlKeys AfterKeys = new("an item of after", ["task", "end"], "task");

    public void Read(SettingKey key, YamlNode node, RowDraft draft)
    {
        switch (key)
        {
            case SettingKey.When:
                draft.When = List(node, "when", Condition);
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

        context.Error(scalar.Mark, ScheduleCodes.BadNeed, $"'{ValueHints.Short(age)}' is not an age of the fact {fact}.",
            ValueHints.Duration(age));
        return null;
    }

    private FactCondition? Condition(YamlScalar scalar)
    {
        var text = scalar.Value.Trim();
        var at = text.AsSpan().IndexOfAny("=!<>");
        var path = at < 0 ? text : text[..at].TrimEnd();
        var length = at >= 0 && at + 1 < text.Length && text[at + 1] == '=' ? 2 : 1;
        Comparison? comparison = at < 0 ? null : text.Substring(at, length) switch
        {
            "==" => Comparison.Equal,
            "!=" => Comparison.NotEqual,
            "<" => Comparison.Less,
            ">" => Comparison.Greater,
            _ => null,
        };
        if (comparison is not { } compare || !IsPath(path))
        {
            context.Error(scalar.Mark, ScheduleCodes.BadCondition, $"'{ValueHints.Short(text)}' is not a condition.",
                "Write a fact, one of == != < > and a value: regime.state == bull.");
            return null;
        }

        return Literal(text[(at + length)..].Trim(), scalar, compare) is { } literal
            ? new FactCondition(path, compare, literal)
            : null;
    }

    private FactLiteral? Literal(string text, YamlScalar scalar, Comparison comparison)
    {
        if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture, out var number))
        {
            return new FactLiteral.Number(number);
        }

        if (comparison is Comparison.Less or Comparison.Greater)
        {
            context.Error(scalar.Mark, ScheduleCodes.BadCondition,
                $"'{ValueHints.Short(text)}' is not a number, and only numbers are less or greater.",
                "Write a number such as 25 or 0.5.");
            return null;
        }

        if (text is "true" or "false")
        {
            return new FactLiteral.Flag(text == "true");
        }

        var isQuoted = text is ['"', .., '"'] or ['\'', .., '\''];
        var word = isQuoted ? text[1..^1] : text;
        if (isQuoted ? word.AsSpan().ContainsAny('"', '\'') : !IsPath(word))
        {
            context.Error(scalar.Mark, ScheduleCodes.BadCondition, $"'{ValueHints.Short(text)}' is not a value.",
                "Write a number, true, false, a word, or text in double quotes.");
            return null;
        }

        return new FactLiteral.Text(word);
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
                && YamlValues.Text(scalar, "after", context.Diagnostics) is { } id ? new AfterTask(id, AfterEnd.Success) : null;
        }

        var fields = YamlFields.Of(node, AfterKeys, context.Diagnostics)!;
        var end = fields.Has("end") ? fields.Choice<AfterEnd>("end") : AfterEnd.Success;
        return fields.Text("task") is { } task && end is { } how ? new AfterTask(task, how) : null;
    }

    private static bool IsPath(string text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '.' or '-'))
            {
                return false;
            }
        }

        return text.Length > 0 && text[0] is not ('.' or '-');
    }
}

using Kobe.Core.Text;

namespace Kobe.Core.Schedules.Reading;

/// <summary>
/// Reads <c>args</c>: names with a value or a list of values, all of them text until a handler is known.
/// </summary>
internal static class ArgsReader
{
    public static IReadOnlyList<TaskArgument>? Read(YamlNode node, RowDraft draft, ReadContext context)
    {
        if (node is not YamlMapping mapping)
        {
            FieldChecks.RefuseKind(node, "'args'", "names with values", "Write { name: value }, or {}.",
                context.Diagnostics);
            return null;
        }

        var args = new List<TaskArgument>(mapping.Entries.Count);
        foreach (var entry in mapping.Entries)
        {
            draft.Origins.Add(new(SettingKey.Args, entry.Key.Mark, null));
            if (Value(entry, context) is { } argument)
            {
                args.Add(argument);
            }
        }

        return args.Count == mapping.Entries.Count ? args : null;
    }

    private static TaskArgument? Value(YamlEntry entry, ReadContext context)
    {
        var name = entry.Key.Value;
        if (entry.Value is YamlScalar { Quoted: true, Refused: false } quoted)
        {
            return new(name, [quoted.Value], IsList: false);
        }

        if (entry.Value is YamlSequence { Items.Count: 0 })
        {
            return new(name, [], IsList: true);
        }

        return FieldChecks.Scalars(entry.Value, name, context.Diagnostics) is { } values
            ? new(name, values.Select(value => value.Value).ToArray(), entry.Value is YamlSequence)
            : null;
    }
}

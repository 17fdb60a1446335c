using Kobe.Core.Text;

namespace Kobe.Core.Schedules.Reading;

/// <summary>Single values of a row that several readers need.</summary>
internal static class RowValues
{
    /// <summary>The node as a single value; an error when it is a list or a mapping.</summary>
    public static YamlScalar? Scalar(YamlNode node, string name, ReadContext context)
    {
        if (node is YamlScalar scalar)
        {
            return scalar.Refused ? null : scalar;
        }

        FieldChecks.RefuseKind(node, $"'{name}'", "a single value", null, context.Diagnostics);
        return null;
    }

    public static TimeSpan? Duration(
        YamlNode node, string name, ReadContext context, TimeSpan? min = null, TimeSpan? max = null) =>
        Scalar(node, name, context) is { } value
            ? YamlValues.Duration(value, name, context.Diagnostics, min ?? ScheduleLimits.DurationMin, max)
            : null;

    public static int? Number(YamlNode node, string name, ReadContext context, int min, int max) =>
        Scalar(node, name, context) is { } value
            ? YamlValues.Number(value, name, context.Diagnostics, min, max)
            : null;

    /// <summary>
    /// The place of a word in a list, ignoring case; an error with a did-you-mean when it isn't there.
    /// </summary>
    public static int? Word(
        YamlScalar scalar, string name, ReadContext context, IReadOnlyList<string> words, string code)
    {
        if (YamlValues.Text(scalar, name, context.Diagnostics) is not { } text)
        {
            return null;
        }

        for (var i = 0; i < words.Count; i++)
        {
            if (string.Equals(words[i], text, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        context.Error(scalar.Mark, code, $"'{name}' is '{ValueHints.Short(text)}', which is not possible.",
            ValueHints.OneOf("Possible are", text, words));
        return null;
    }
}

using System.Globalization;
using Kobe.Core.Text;

namespace Kobe.Core.Schedules.Reading;

/// <summary>Reads one condition of <c>when</c>: a fact, a comparison, a value.</summary>
internal sealed class ConditionReader(ReadContext context)
{
    public FactCondition? Read(YamlScalar scalar)
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

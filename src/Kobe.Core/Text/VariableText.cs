using System.Text;

namespace Kobe.Core.Text;

/// <summary>Replaces <c>${NAME}</c> and <c>${NAME:-default}</c>; <c>$${</c> is how to write <c>${</c>.</summary>
internal static class VariableText
{
    private const string Form = "Write ${NAME} or ${NAME:-default}, or $${ for a '${' that is meant as text.";

    private static readonly string[] SecretWords = ["KEY", "SECRET", "TOKEN", "PASSWORD"];

    /// <summary>The scalar with its variables replaced, or null when there was an error.</summary>
    public static YamlScalar? Replace(YamlScalar scalar, Func<string, string?> variable, Diagnostics diagnostics)
    {
        var text = scalar.Value;
        var replaced = new StringBuilder();
        var result = scalar;
        var failed = false;
        var at = 0;
        for (var open = Find(text, 0); open >= 0; open = Find(text, at))
        {
            if (open > at && text[open - 1] == '$')
            {
                replaced.Append(text, at, open - 1 - at).Append("${");
                at = open + 2;
                continue;
            }

            replaced.Append(text, at, open - at);
            var close = text.IndexOf('}', open);
            if (close < 0)
            {
                diagnostics.Error(scalar.Mark, TextCodes.VariableMalformed, "A '${' is not closed by a '}'.", Form);
                return null;
            }

            at = close + 1;
            var value = ValueOf(text[(open + 2)..close], scalar.Mark, variable, diagnostics, out var name);
            failed |= value is null;
            replaced.Append(value);
            result = result with { Quoted = false, Variable = result.Variable ?? name };
            if (replaced.Length > YamlLimits.ScalarBytesMax)
            {
                // Long enough to be refused: a thousand references to a long variable need not be put together.
                break;
            }
        }

        replaced.Append(text, at, text.Length - at);
        return failed ? null : result with { Value = replaced.ToString() };
    }

    private static int Find(string text, int from) => text.IndexOf("${", from, StringComparison.Ordinal);

    // Null after an error; source is the variable's name when its value was taken, not the default.
    private static string? ValueOf(
        string reference, Mark mark, Func<string, string?> variable, Diagnostics diagnostics, out string? source)
    {
        source = null;
        var dash = reference.IndexOf(":-", StringComparison.Ordinal);
        var name = dash < 0 ? reference : reference[..dash];
        var fallback = dash < 0 ? null : reference[(dash + 2)..];
        if (!IsName(name) || (fallback is not null && fallback.Contains("${", StringComparison.Ordinal)))
        {
            diagnostics.Error(mark, TextCodes.VariableMalformed, $"'${{{reference}}}' is not a variable.", Form);
            return null;
        }

        if (IsSecret(name))
        {
            diagnostics.Error(mark, TextCodes.VariableSecret,
                $"The variable {name} by its name holds a secret, and files are shown to people.",
                "Names with KEY, SECRET, TOKEN or PASSWORD are not replaced; plugins get secrets by their settings.");
            return null;
        }

        var value = variable(name);
        if (!string.IsNullOrEmpty(value) || (value is not null && fallback is null))
        {
            source = name;
            return value;
        }

        if (fallback is null)
        {
            diagnostics.Error(mark, TextCodes.VariableUnset, $"The environment variable {name} is not set.",
                $"Set it, or give a default: ${{{name}:-default}}.");
        }

        return fallback;
    }

    private static bool IsName(string name)
    {
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '_')
            {
                return false;
            }
        }

        return name.Length > 0 && !char.IsAsciiDigit(name[0]);
    }

    private static bool IsSecret(string name)
    {
        foreach (var word in SecretWords)
        {
            if (name.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}

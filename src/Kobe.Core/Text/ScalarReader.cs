using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Kobe.Core.Text;

/// <summary>Turns the parser's scalar events into keys and values, and refuses what our files may not hold.</summary>
internal sealed class ScalarReader(Diagnostics diagnostics, Func<string, string?>? variable)
{
    /// <summary>A value, with its variables replaced; refused ones are marked so.</summary>
    public YamlScalar ReadValue(Scalar scalar, Mark mark)
    {
        RefuseAnchorAndTag(scalar, mark);
        var value = new YamlScalar(scalar.Value, scalar.Style != ScalarStyle.Plain, mark);
        if (!Fits(value))
        {
            return Refused(mark);
        }

        if (variable is null || !value.Value.Contains("${", StringComparison.Ordinal))
        {
            return value;
        }

        var replaced = VariableText.Replace(value, variable, diagnostics);
        return replaced is not null && Fits(replaced) ? replaced : Refused(mark);
    }

    /// <summary>A key, or null when it is refused.</summary>
    public YamlScalar? ReadKey(Scalar scalar, Mark mark)
    {
        RefuseAnchorAndTag(scalar, mark);
        var key = new YamlScalar(scalar.Value, scalar.Style != ScalarStyle.Plain, mark);
        if (!Fits(key))
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(key.Value))
        {
            diagnostics.Error(mark, TextCodes.BadKey, "A key is missing here.", "Write 'key: value'.");
            return null;
        }

        if (key.Value == "<<")
        {
            diagnostics.Error(mark, TextCodes.MergeKey, "The merge key '<<' is not used here.",
                "Write the keys out, or use 'defaults' where the file has them.");
            return null;
        }

        if (variable is not null && key.Value.Contains("${", StringComparison.Ordinal))
        {
            diagnostics.Error(mark, TextCodes.BadKey, $"The key '{key.Value}' holds a variable.",
                "Variables are replaced in values only; write the key out.");
            return null;
        }

        return key;
    }

    /// <summary>Records an error for an anchor and one for a tag.</summary>
    public void RefuseAnchorAndTag(NodeEvent node, Mark mark)
    {
        if (!node.Anchor.IsEmpty)
        {
            diagnostics.Error(mark, TextCodes.Anchor,
                $"'&{node.Anchor.Value}' is an anchor; anchors are not used here.",
                "Remove it, or put the value in quotes if it is text.");
        }

        if (!node.Tag.IsEmpty)
        {
            diagnostics.Error(mark, TextCodes.Tag, $"'{node.Tag.Value}' is a tag; tags are not used here.",
                "Remove it, or put the value in quotes if it is text.");
        }
    }

    private static YamlScalar Refused(Mark mark) => new("", Quoted: false, mark) { Refused = true };

    private bool Fits(YamlScalar scalar)
    {
        if (IsTooLong(scalar.Value))
        {
            diagnostics.Error(scalar.Mark, TextCodes.ScalarTooLong,
                $"This text{From(scalar)} has more than {YamlLimits.ScalarBytesMax} bytes.", "Make it shorter.");
            return false;
        }

        // The file itself holds none: this one was written as an escape in double quotes, or comes from a variable.
        var bad = TextCharacters.IndexOfForbidden(scalar.Value);
        if (bad >= 0)
        {
            diagnostics.Error(scalar.Mark, TextCodes.ForbiddenCharacter,
                $"This text{From(scalar)} holds {TextCharacters.Name(scalar.Value[bad])}.", "Remove it.");
            return false;
        }

        return true;
    }

    private static string From(YamlScalar scalar) =>
        scalar.Variable is null ? "" : $" with the value of {scalar.Variable}";

    // A UTF-16 code unit becomes at most three bytes, so most texts need no counting.
    private static bool IsTooLong(string text) =>
        text.Length > YamlLimits.ScalarBytesMax / 3 && Encoding.UTF8.GetByteCount(text) > YamlLimits.ScalarBytesMax;
}

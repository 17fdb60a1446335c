using YamlDotNet.Core;

namespace Kobe.Core.Text;

/// <summary>Says in our words where the parser stopped, and what would be right there.</summary>
internal static class YamlSyntax
{
    private const string Prefix = "This is not valid YAML: ";

    /// <summary>The first line with content, if it is a directive: the parser would pass over it in silence.</summary>
    public static Mark? FindDirective(string file, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '%' when i == 0 || text[i - 1] is '\n' or '\r':
                    return TextPosition.At(file, text, i);
                case '#':
                    var end = text.AsSpan(i).IndexOfAny('\n', '\r');
                    i = end < 0 ? text.Length : i + end;
                    break;
                case ' ' or '\t' or '\n' or '\r':
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>Turns what the parser threw into one diagnostic at its place.</summary>
    /// <param name="e">What the parser threw.</param>
    /// <param name="file">The file, for the mark.</param>
    /// <param name="text">The whole text.</param>
    /// <param name="openFlow">The innermost bracket that is still open, if any.</param>
    /// <param name="diagnostics">Gets the error.</param>
    public static void Report(YamlException e, string file, string text, Mark? openFlow, Diagnostics diagnostics)
    {
        var index = (int)Math.Clamp(e.Start.Index, 0, text.Length);
        var mark = new Mark(file, (int)e.Start.Line, (int)e.Start.Column);
        if (FindTab(file, text, index, e) is { } tab)
        {
            diagnostics.Error(tab, TextCodes.Syntax,
                "A tab can't indent a line of YAML.", "Indent with spaces.");
            return;
        }

        var (code, message, hint) = Explain(e, text, index);
        if (openFlow is { } flow)
        {
            message += $" The bracket of line {flow.Line}, column {flow.Column} is still open.";
            hint = index > 0 && text[index - 1] == '$' && index < text.Length && text[index] == '{'
                ? "Inside { } and [ ] a variable needs quotes: \"${NAME}\"."
                : hint;
        }

        diagnostics.Error(mark, code, message, hint);
    }

    /// <summary>The same for a failure of the parser that has no place.</summary>
    public static void ReportUnplaced(Mark? openFlow, Mark last, Diagnostics diagnostics)
    {
        if (openFlow is { } flow)
        {
            diagnostics.Error(flow, TextCodes.Syntax, "The bracket that opens here is not closed where it should be.",
                "Close it with ']' or '}', and separate what is in it with commas.");
            return;
        }

        diagnostics.Error(last, TextCodes.Syntax, Prefix + "it can't be understood behind this place.",
            "Check indentation, quotes and brackets of this line and the next.");
    }

    private static (string Code, string Message, string Hint) Explain(YamlException e, string text, int index)
    {
        var atEnd = index >= text.Length || text[index] is '\n' or '\r';
        var found = atEnd ? "the end of the line" : $"'{text[index]}'";
        return e.Message switch
        {
            _ when Says(e, "anchor") && text.AsSpan(index).StartsWith("*") => (TextCodes.Alias,
                "A value can't start with '*': aliases are not used here.", "Put it in quotes: \"*/5 * * * *\"."),
            _ when Says(e, "anchor") => (TextCodes.Anchor,
                "A value can't start with '&': anchors are not used here.", "Put it in quotes."),
            _ when Says(e, "scanning a tag") || Says(e, "tag handle") => (TextCodes.Tag,
                "A value can't start with '!': tags are not used here.", "Put it in quotes."),
            _ when Says(e, "cannot start any token") => (TextCodes.Syntax,
                $"A value can't start with {found}.", "Put it in quotes."),
            _ when Says(e, "quoted scalar") => Invalid(
                "a quoted text is not closed.", "Close it with the quote that it starts with."),
            _ when Says(e, "expected ','") => Invalid(
                $"a comma or closing bracket is missing before {found}.", "Write [a, b] or { a: 1, b: 2 }."),
            _ when Says(e, "expected key") => Invalid(
                $"'key: value' is missing here, {found} was found.",
                "Check the indentation of this line, and quotes and colon of this one and the one before."),
            _ when Says(e, "invalid mapping") || Says(e, "Mapping values are not allowed") => Invalid(
                "a colon with a space can't stand in a value.",
                "Put the value in quotes, or check the indentation and that each ':' before has a space behind it."),
            _ when Says(e, "expected '-'") => Invalid(
                "'- ' is missing before a list item.", "Start it with '- ', as the items before, or indent it."),
            _ when Says(e, "Block sequence entries") => Invalid(
                "a list can't start in the line of its key.", "Start it in a line of its own, or write [a, b]."),
            _ when Says(e, "node content") => Invalid(
                $"a value is missing before {found}.", "Write it, or take the comma or bracket away."),
            _ when Says(e, "<document") => Invalid(
                "the file's value is complete before this place.", "Check the indentation, and quotes and colons."),
            _ => Invalid(LowerFirst(e.Message), "Check indentation, quotes and brackets here."),
        };
    }

    private static (string Code, string Message, string Hint) Invalid(string message, string hint) =>
        (TextCodes.Syntax, Prefix + message, hint);

    // A tab that indents the line of the error; or one behind it, when the parser names where it began to look.
    private static Mark? FindTab(string file, string text, int index, YamlException e)
    {
        var end = Says(e, "tab") && Says(e, "indentation") ? text.Length : index;
        var indenting = true;
        for (var i = text.AsSpan(0, index).LastIndexOfAny('\n', '\r') + 1; i < end; i++)
        {
            if (indenting && text[i] == '\t')
            {
                return TextPosition.At(file, text, i);
            }

            indenting = text[i] is '\n' or '\r' || (indenting && text[i] == ' ');
        }

        return null;
    }

    private static bool Says(YamlException e, string words) => e.Message.Contains(words, StringComparison.Ordinal);

    private static string LowerFirst(string message) =>
        message.Length == 0 ? "it can't be understood here." : char.ToLowerInvariant(message[0]) + message[1..];
}

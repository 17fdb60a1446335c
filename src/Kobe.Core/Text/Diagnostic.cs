namespace Kobe.Core.Text;

/// <summary>One thing that is wrong in a file, said so that its author can mend it.</summary>
/// <param name="File">The file as the shell named it.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
/// <param name="Code">A stable code such as <c>KOBE1003</c>; those of texts are in <see cref="TextCodes"/>.</param>
/// <param name="Severity">Whether the file is refused because of it.</param>
/// <param name="Message">A sentence that says what is wrong.</param>
/// <param name="Hint">A sentence that says what would be right; null when the message says it already.</param>
public sealed record Diagnostic(
    string File, int Line, int Column, string Code, Severity Severity, string Message, string? Hint)
{
    /// <summary>As compilers print: <c>file:line:column: error KOBE1003: message hint</c>.</summary>
    /// <returns>One line of text.</returns>
    public override string ToString()
    {
        var severity = Severity == Severity.Error ? "error" : "warning";
        var line = $"{File}:{Line}:{Column}: {severity} {Code}: {Message}";
        return Hint is null ? line : line + " " + Hint;
    }
}

namespace Kobe.Core.Text;

/// <summary>One value as text; what type it has is decided by who reads it, never by its looks.</summary>
/// <param name="Value">The text, unquoted, variables replaced. At most 4 KiB as UTF-8, no control characters.</param>
/// <param name="Quoted">
/// True for text in quotes and for block text (<c>|</c> and <c>&gt;</c>); false once a variable was replaced in it, so
/// that <c>"${NAME:-5}"</c>, which must be quoted inside <c>{ }</c>, can still be a number.
/// </param>
/// <param name="Mark">Where it starts.</param>
public sealed record YamlScalar(string Value, bool Quoted, Mark Mark) : YamlNode(Mark)
{
    /// <summary>The first environment variable whose value stands in the text.</summary>
    /// <value>Null when there is none, and when only defaults of <c>${NAME:-default}</c> were used.</value>
    public string? Variable { get; init; }

    /// <summary>True when its error is recorded already, so that readers pass over it in silence.</summary>
    public bool Refused { get; init; }

    /// <summary>True for no value at all: nothing after the colon, <c>~</c> or <c>null</c>, without quotes.</summary>
    public bool IsEmpty => !Quoted && (Value is "" or "~" or "null" or "Null" or "NULL");
}

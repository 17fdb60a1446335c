namespace Kobe.Core.Schedules;

/// <summary>The value that a fact is compared with.</summary>
public abstract record FactLiteral
{
    private FactLiteral()
    {
    }

    /// <summary>A number.</summary>
    /// <param name="Value">The number.</param>
    public sealed record Number(decimal Value) : FactLiteral
    {
        /// <inheritdoc/>
        public override string ToString() => Value.ToString();
    }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    /// <param name="Value">The flag.</param>
    public sealed record Flag(bool Value) : FactLiteral
    {
        /// <inheritdoc/>
        public override string ToString() => Value ? "true" : "false";
    }

    /// <summary>Text; written with or without double quotes.</summary>
    /// <param name="Value">The text, unquoted.</param>
    public sealed record Text(string Value) : FactLiteral
    {
        /// <inheritdoc/>
        public override string ToString() => $"\"{Value}\"";
    }
}

namespace Kobe.Core.Schedules;

/// <summary>The four comparisons of <c>when</c>.</summary>
public enum Comparison
{
    /// <summary><c>==</c></summary>
    Equal,

    /// <summary><c>!=</c></summary>
    NotEqual,

    /// <summary><c>&lt;</c>, numbers only.</summary>
    Less,

    /// <summary><c>&gt;</c>, numbers only.</summary>
    Greater,
}

namespace Kobe.Core.Catalogues;

/// <summary>What an argument's value is written like. JSON and people see the name in lower case.</summary>
public enum ArgumentType
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>A whole number.</summary>
    Whole,

    /// <summary>A number, with <c>.</c> as decimal point.</summary>
    Number,

    /// <summary>A duration: <c>90s</c>, <c>5m</c>, <c>1h30m</c>, <c>2d</c>.</summary>
    Duration,

    /// <summary>A date, <c>2026-11-20</c>.</summary>
    Date,

    /// <summary>A wall-clock time, <c>09:35</c>.</summary>
    Time,

    /// <summary>An instant with offset, RFC 3339.</summary>
    Instant,

    /// <summary>One of the words in <see cref="ArgumentRecord.Choices"/>.</summary>
    Choice,

    /// <summary>A list of texts.</summary>
    List,
}

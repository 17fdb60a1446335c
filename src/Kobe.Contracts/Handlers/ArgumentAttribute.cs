namespace Kobe.Contracts;

/// <summary>Describes one argument of a handler: a parameter of its arguments record.</summary>
/// <remarks>
/// The argument's name in a schedule is the parameter's in snake_case (<c>minFree</c> is <c>min_free</c>). Types:
/// string, bool, int, long, double, decimal, TimeSpan (<c>5m</c>), DateOnly, TimeOnly (HH:mm), DateTimeOffset, an
/// enum, lists of strings as <c>IReadOnlyList&lt;string&gt;</c>, and their nullable forms. A parameter is optional
/// when it has a default value or when <see cref="Default"/> is set.
/// </remarks>
/// <param name="about">What it means, in one line.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ArgumentAttribute(string about) : Attribute
{
    /// <summary>What the argument means, in one line.</summary>
    public string About { get; } = about;

    /// <summary>The unit of a number, such as <c>GB</c> or <c>%</c>.</summary>
    /// <value>Null: it has none.</value>
    public string? Unit { get; init; }

    /// <summary>The default as a schedule would write it, for types without constants, such as <c>5m</c>.</summary>
    /// <value>Null: the parameter's own default value.</value>
    public string? Default { get; init; }

    /// <summary>Whether its values are names of facts that this row's results may publish, besides those that
    /// <see cref="PublishesAttribute"/> declares: for handlers whose facts only the row knows. A text or a list of
    /// texts.</summary>
    /// <value>False.</value>
    public bool NamesFacts { get; init; }
}

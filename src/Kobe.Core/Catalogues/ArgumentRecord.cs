namespace Kobe.Core.Catalogues;

/// <summary>One argument of a handler.</summary>
/// <param name="Name">Its name in a row's <c>args</c>, in snake_case.</param>
/// <param name="Type">What its value is written like.</param>
/// <param name="Required">Whether a row must give it.</param>
/// <param name="Default">The value without one in the row, as a schedule would write it; null when there is
/// none.</param>
/// <param name="Unit">The unit of its number, or null.</param>
/// <param name="About">What it means, in one line.</param>
/// <param name="Choices">The words of a <see cref="ArgumentType.Choice"/>, in lower case; otherwise empty.</param>
/// <param name="NamesFacts">Whether its values are facts that the row's results may publish.</param>
public sealed record ArgumentRecord(
    string Name,
    ArgumentType Type,
    bool Required,
    string? Default,
    string? Unit,
    string About,
    IReadOnlyList<string> Choices,
    bool NamesFacts = false);

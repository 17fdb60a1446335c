namespace Kobe.Core.Schedules;

/// <summary>One entry of a row's <c>args</c>, as text; the handler's record says what type it has.</summary>
/// <param name="Name">The argument's name.</param>
/// <param name="Values">One text, or the items of a list.</param>
/// <param name="IsList">Whether it was written as a list.</param>
public sealed record TaskArgument(string Name, IReadOnlyList<string> Values, bool IsList)
{
    /// <summary>As the schedule writes it.</summary>
    public override string ToString() =>
        IsList ? $"{Name}: [{string.Join(", ", Values)}]" : $"{Name}: {Values[0]}";
}

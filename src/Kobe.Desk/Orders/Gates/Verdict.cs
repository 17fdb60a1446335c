using System.Globalization;

namespace Kobe.Desk.Orders.Gates;

/// <summary>What one gate said of one order.</summary>
/// <param name="Code">The gate, in snake case.</param>
/// <param name="Grade">How it judged.</param>
/// <param name="Text">Its arithmetic, or its reason.</param>
public sealed record Verdict(string Code, Grade Grade, string Text)
{
    // Warn at four fifths of a limit, while there is still time to do something about it.
    private const decimal WarnShare = 0.8m;

    internal static Verdict Pass(string code, string text) => new(code, Grade.Passed, text);

    internal static Verdict Deny(string code, string text) => new(code, Grade.Denied, text);

    /// <summary>Compares an amount with its limit.</summary>
    /// <param name="code">The gate.</param>
    /// <param name="what">What is measured.</param>
    /// <param name="value">How much there would be.</param>
    /// <param name="limit">How much there may be.</param>
    /// <param name="arithmetic">How the value was made.</param>
    internal static Verdict Compare(string code, string what, decimal value, decimal limit, string arithmetic)
    {
        var grade = value > limit ? Grade.Denied : value >= limit * WarnShare ? Grade.Warned : Grade.Passed;
        var sign = grade == Grade.Denied ? ">" : "<=";
        return new(code, grade, string.Create(
            CultureInfo.InvariantCulture, $"{what} {value:0.####} {sign} {limit:0.####} ({arithmetic})"));
    }
}

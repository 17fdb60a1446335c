namespace Kobe.Core.Schedules;

/// <summary>A condition on a fact's value.</summary>
/// <param name="Path">
/// The fact's name and, behind further dots, the members to go down into; of several facts whose names fit, the longest
/// name counts.
/// </param>
/// <param name="Comparison">How it is compared.</param>
/// <param name="Literal">What it is compared with.</param>
public sealed record FactCondition(string Path, Comparison Comparison, FactLiteral Literal)
{
    /// <summary>As the schedule writes it.</summary>
    public override string ToString() => $"{Path} {Sign} {Literal}";

    private string Sign => Comparison switch
    {
        Comparison.Equal => "==",
        Comparison.NotEqual => "!=",
        Comparison.Less => "<",
        _ => ">",
    };
}

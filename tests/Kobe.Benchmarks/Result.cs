using System.Globalization;

namespace Kobe.Benchmarks;

/// <summary>A figure and what was read.</summary>
internal sealed record Result(Figure Figure, Reading Reading)
{
    public bool IsWithin => Reading.Median <= Figure.Limit;

    /// <summary>What was measured, its spread, the limit, and whether it holds.</summary>
    public string[] Cells =>
    [
        Figure.Name,
        $"{Number(Reading.Median)} {Figure.Unit} ({Number(Reading.Least)}–{Number(Reading.Most)})",
        $"{Number(Figure.Limit)} {Figure.Unit}",
        IsWithin ? "yes" : "NO",
    ];

    public override string ToString() => string.Join(" | ", Cells);

    // Three digits that count.
    private static string Number(double value) =>
        value.ToString(value < 10 ? "0.##" : value < 100 ? "0.#" : "0", CultureInfo.InvariantCulture);
}

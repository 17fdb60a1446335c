using System.Globalization;

namespace Kobe.Benchmarks;

/// <summary>A figure and what was read.</summary>
internal sealed record Result(Figure Figure, Reading Reading)
{
    public bool IsWithin => Figure.MoreIsBetter
        ? Reading.Median >= Figure.Limit || Reading.Median >= Share
        : Reading.Median <= Figure.Limit;

    /// <summary>What was measured, its spread, the limit, what the machine allows, and whether the limit holds.</summary>
    public string[] Cells =>
    [
        Figure.Name,
        Text(Reading),
        Limit,
        Reading.Machine is { } machine ? $"{machine.What}: {Text(machine.Reading)}" : "",
        IsWithin ? "yes" : "NO",
    ];

    public override string ToString() => string.Join(" | ", Cells);

    private double? Share => Figure.ShareOfMachine * Reading.Machine?.Reading.Median;

    private string Limit => $"{(Figure.MoreIsBetter ? "≥ " : "")}{Number(Figure.Limit)} {Figure.Unit}"
        + (Share is { } share ? $", or {Number(share)}" : "");

    private string Text(Reading reading) =>
        $"{Number(reading.Median)} {Figure.Unit} ({Number(reading.Least)}–{Number(reading.Most)})";

    // Three digits that count.
    private static string Number(double value) =>
        value.ToString(value < 10 ? "0.##" : value < 100 ? "0.#" : "#,##0", CultureInfo.InvariantCulture);
}

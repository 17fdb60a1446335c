using Kobe.Desk.Strategies.Choosing;

namespace Kobe.Plugins.Research.Backtests;

/// <summary>Numbers around the usual ones.</summary>
internal static class Choices
{
    private static readonly double[] Steps = [0.5, 0.75, 1, 1.25, 1.5, 2];

    /// <summary>The values of one parameter around its usual one, within its range, each once, climbing.</summary>
    public static IReadOnlyList<double> Of(StrategyParameter parameter) =>
    [
        .. Steps.Select(step => parameter.Default * step)
            .Select(value => parameter.IsWhole ? Math.Round(value) : Math.Round(value, 4))
            .Select(value => Math.Clamp(value, parameter.Min, parameter.Max))
            .Distinct().Order(),
    ];

    /// <summary>All values of a strategy with one of them replaced.</summary>
    public static IReadOnlyList<double> With(StrategyEntry entry, int parameter, double value) =>
        [.. entry.Parameters.Select((one, i) => i == parameter ? value : one.Default)];
}

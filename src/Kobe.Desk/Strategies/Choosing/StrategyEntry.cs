using Kobe.Core.Markets;

namespace Kobe.Desk.Strategies.Choosing;

/// <summary>A strategy that can be asked for by name.</summary>
/// <param name="Name">Its name, in kebab-case.</param>
/// <param name="About">What it does, in a sentence.</param>
/// <param name="Parameters">The numbers that it takes, in order.</param>
/// <param name="Make">Makes one for a symbol, from a value for each parameter.</param>
public sealed record StrategyEntry(
    string Name, string About, IReadOnlyList<StrategyParameter> Parameters,
    Func<IReadOnlyList<double>, ExchangeCalendar, IStrategy> Make)
{
    /// <summary>The values for all parameters: those that are given, and the defaults of the others.</summary>
    /// <param name="given">Values by name.</param>
    /// <param name="errors">What is wrong with them, as sentences; empty when nothing is.</param>
    public IReadOnlyList<double> Values(IReadOnlyDictionary<string, double> given, out IReadOnlyList<string> errors)
    {
        ArgumentNullException.ThrowIfNull(given);
        var known = string.Join(", ", Parameters.Select(parameter => parameter.Name));
        errors =
        [
            .. from name in given.Keys
               where Parameters.All(parameter => parameter.Name != name)
               select $"{Name} has no parameter '{name}'. It takes: {(known.Length > 0 ? known : "none")}.",
            .. from parameter in Parameters
               where given.TryGetValue(parameter.Name, out var value) && !Fits(parameter, value)
               let kind = parameter.IsWhole ? "a whole number" : "a number"
               select $"{Name}: {parameter.Name} is {given[parameter.Name]}; it must be {kind} from {parameter.Min} to "
                   + $"{parameter.Max}.",
        ];
        return [.. Parameters.Select(parameter => given.GetValueOrDefault(parameter.Name, parameter.Default))];
    }

    private static bool Fits(StrategyParameter parameter, double value) =>
        value >= parameter.Min && value <= parameter.Max && (!parameter.IsWhole || value == Math.Floor(value));
}

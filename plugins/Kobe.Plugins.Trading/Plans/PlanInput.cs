using Kobe.Plugins.Trading.Signals;

namespace Kobe.Plugins.Trading.Plans;

/// <summary>All that the plan is made of.</summary>
/// <param name="Date">The date.</param>
/// <param name="Ideas">The candidates.</param>
/// <param name="Budget">What may be lost.</param>
/// <param name="Held">The symbols that are held.</param>
/// <param name="Invested">The market value of what is held, in dollars.</param>
/// <param name="Blocked">Symbols that must not be bought, with the reason.</param>
/// <param name="Probabilities">The model's probabilities by symbol; empty when no model scored.</param>
/// <param name="Regime">The regime's word; empty when none is known.</param>
internal sealed record PlanInput(
    string Date, IReadOnlyList<Idea> Ideas, RiskBudget Budget, IReadOnlySet<string> Held, decimal Invested,
    IReadOnlyDictionary<string, string> Blocked, IReadOnlyDictionary<string, double> Probabilities, string Regime);

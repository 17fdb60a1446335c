using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.Research.Hypotheses;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Research.Planning;

/// <summary>Target weights: what rose most, each with the same risk.</summary>
[Handler("research.weights", Arguments = typeof(WeightsArguments),
    About = "Makes target weights of the strongest symbols in the inverse of their volatility, capped.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class WeightsHandler : ITaskHandler
{
    private const string FactName = "weights.month";
    private const int Momentum = 126;
    private const double SessionsPerYear = 252;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.FromResult(Weigh(context, DeskSession.Of(context), context.Arguments<WeightsArguments>()));
    }

    private static TaskResult Weigh(TaskContext context, DeskSession desk, WeightsArguments rule)
    {
        if (rule is not { Days: >= 20, Max: > 0 and <= 1, Symbols: >= 1 })
        {
            return new TaskResult.Fatal("days is 20 or more, max lies above 0 and at most 1, symbols is 1 or more.");
        }

        var panel = Scope.Panel(context, desk, Scope.Universe, Math.Max(Momentum, rule.Days) + 2);
        var ranked = Enumerable.Range(0, panel.Count)
            .Select(symbol => new SymbolMark(new(panel, symbol), panel.Days - 1))
            .Select(mark => (mark.Days.Symbol, Change: mark.Change(Momentum),
                Volatility: mark.Volatility(rule.Days) * Math.Sqrt(SessionsPerYear)))
            .Where(one => one.Change > 0 && one.Volatility > 0)
            .OrderByDescending(one => one.Change).Take(rule.Symbols)
            .Select(one => (panel.Symbols[one.Symbol], one.Volatility)).ToList();
        if (ranked.Count == 0)
        {
            return new TaskResult.Skipped(
                $"None of {panel.Count} symbols rose in {Momentum} sessions: the target is cash.");
        }

        var weights = TargetWeight.Of(ranked, rule.Max);
        var output = ResearchFile.Write(desk, "weights.json", new
        {
            source = desk.Source.Name,
            synthetic = desk.Source.IsSynthetic,
            date = Told.Date(desk.Today),
            cash = Math.Round(1 - weights.Sum(one => one.Weight), 5),
            weights,
        });
        return new TaskResult.Succeeded(
            Evidence.None.WithOutput(output).WithCount("symbols", panel.Count).WithCount("weights", weights.Count),
            Fact.Of(FactName, new { date = Told.Date(desk.Today), weights }));
    }
}

using System.Globalization;
using System.Text.Json;
using Kobe.Contracts;
using Kobe.Plugins.Facts;
using Kobe.Plugins.State;
using Kobe.Plugins.Trading.Desks;
using Kobe.Plugins.Trading.Signals;

namespace Kobe.Plugins.Trading.Plans;

/// <summary>Chooses the day's few ideas, sizes them, writes them down and seals them.</summary>
[Handler("trading.day_plan", Arguments = typeof(DayPlanArguments),
    About = "The day's ideas, ranked, sized and sealed; what was turned down, with the reason.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class DayPlanHandler : ITaskHandler
{
    internal const string FactName = "plan.today";
    private static readonly JsonSerializerOptions Indented =
        new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<DayPlanArguments>();
        if (arguments.Max < 1 || arguments.PositionMax is <= 0 or > 100 || arguments.PerSector < 1)
        {
            return Task.FromResult<TaskResult>(new TaskResult.Fatal(
                "max and per_sector must be 1 or above, position_max above 0 and up to 100 (percent of equity)."));
        }

        if (TodayFacts.Find<Ideas>(context, SwingSignalsHandler.FactName) is not { } ideas)
        {
            return Task.FromResult<TaskResult>(new TaskResult.Skipped("there are no signals of today to plan with"));
        }

        if (TodayFacts.Find<RiskBudget>(context, RiskBudgetHandler.FactName) is not { } budget)
        {
            return Task.FromResult<TaskResult>(new TaskResult.Skipped("nobody has said what may be lost today"));
        }

        return TradingRun.DoAsync(context, run => PlanAsync(run, arguments, ideas, budget, cancellation), cancellation);
    }

    private static async Task<TaskResult> PlanAsync(
        TradingRun run, DayPlanArguments arguments, Ideas ideas, RiskBudget budget, CancellationToken cancellation)
    {
        var held = await run.PositionsAsync(cancellation);
        var (chosen, down) = Planning.Make(
            new(
                budget.Date, ideas.Items, budget, held.Select(one => one.Symbol).ToHashSet(StringComparer.Ordinal),
                held.Sum(one => Math.Abs(one.MarketValue)), BlockedSymbols.Of(run.Context), Probabilities(run),
                run.OfToday<JsonDocument>("regime.today")?.RootElement.Text("regime") ?? ""),
            arguments);
        var plan = DayPlan.Of(run.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), chosen);
        var path = Path.Combine(run.Folder, "plans", plan.Date + ".json");
        OwnerFile.Replace(path, JsonSerializer.SerializeToUtf8Bytes(
            new { plan.Date, plan.Seal, run.Session.Source.IsSynthetic, budget, plan.Ideas, turnedDown = down },
                Indented));
        if (chosen.Count > 0)
        {
            run.Context.Notify(Urgency.Low, run.Label + "Today's plan: " + string.Join(", ", chosen.Select(idea =>
                FormattableString.Invariant(
                    $"{idea.Quantity} {idea.Symbol} near {idea.Entry:0.##}, stop {idea.Stop:0.##}"))));
        }

        return new TaskResult.Succeeded(
            Evidence.None.WithCount("considered", ideas.Items.Count).WithCount("planned", chosen.Count)
                .WithCount("turned_down", down.Count).WithId("seal", plan.Seal).WithOutput(Output.OfFile(path)),
            Fact.Of(FactName, plan));
    }

    private static Dictionary<string, double> Probabilities(TradingRun run)
    {
        var found = new Dictionary<string, double>(StringComparer.Ordinal);
        if (run.OfToday<JsonDocument>("scores.today")?.RootElement is { ValueKind: JsonValueKind.Object } root
            && root.TryGetProperty("scores", out var scores) && scores.ValueKind == JsonValueKind.Array)
        {
            foreach (var score in scores.EnumerateArray())
            {
                if (score.ValueKind == JsonValueKind.Object && score.Text("symbol") is { } symbol
                    && score.TryGetProperty("probability", out var p) && p.ValueKind == JsonValueKind.Number)
                {
                    found[symbol] = p.GetDouble();
                }
            }
        }

        return found;
    }
}

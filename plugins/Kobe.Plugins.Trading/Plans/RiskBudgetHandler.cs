using System.Globalization;
using System.Text.Json;
using Kobe.Contracts;
using Kobe.Plugins.Trading.Desks;

namespace Kobe.Plugins.Trading.Plans;

/// <summary>Says what may be lost today, from equity, regime and the fall from the top.</summary>
[Handler("trading.risk_budget", Arguments = typeof(RiskBudgetArguments),
    About = "The day's limits: loss, risk a trade, positions, exposure.")]
[Effects(Effects.None)]
[Publishes(FactName)]
public sealed class RiskBudgetHandler : ITaskHandler
{
    internal const string FactName = "risk.today";

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        context.Arguments<RiskBudgetArguments>() is var arguments
        && (arguments.TradeRisk is <= 0 or > 5 || arguments.DayLoss is <= 0 or > 20 || arguments.Positions < 1
            || arguments.Exposure is <= 0 or > 400)
            ? Task.FromResult<TaskResult>(new TaskResult.Fatal(
                "trade_risk must lie above 0 and up to 5, day_loss up to 20, exposure up to 400 (percent of equity), "
                + "positions at 1 or above."))
            : TradingRun.DoAsync(context, run => BudgetAsync(run, arguments, cancellation), cancellation);

    private static async Task<TaskResult> BudgetAsync(
        TradingRun run, RiskBudgetArguments arguments, CancellationToken cancellation)
    {
        var account = await run.AccountAsync(cancellation);
        if (account.Equity <= 0)
        {
            return new TaskResult.Fatal($"The account is worth {account.Equity}: nothing can be risked.");
        }

        var (regime, cap) = Regime(run);
        var budget = RiskBudget.Of(
            run.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), account.Equity,
            DayMoney.Of(run.Desk.Ledger, run.Today, run.DateOf, account.Equity), regime, cap, arguments);
        return new TaskResult.Succeeded(
            Evidence.None.WithCount("positions_max", budget.PositionsMax)
                .WithCount("loss_limit_dollars", (long)budget.LossLimit)
                .WithCount("trade_risk_dollars", (long)budget.TradeRisk).WithId("scale", budget.Why),
            Fact.Of(FactName, budget));
    }

    private static (string Regime, decimal? Cap) Regime(TradingRun run)
    {
        if (run.OfToday<JsonDocument>("regime.today") is not { RootElement: { ValueKind: JsonValueKind.Object } root })
        {
            return ("", null);
        }

        decimal? cap = null;
        foreach (var name in (string[])["exposure_cap", "exposureCap"])
        {
            if (root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number)
            {
                cap = value.GetDecimal();
            }
        }

        return (root.TryGetProperty("regime", out var word) ? word.GetString() ?? "" : "", cap);
    }
}

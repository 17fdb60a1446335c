using System.Globalization;
using System.Text.Json;
using Kobe.Contracts;
using Kobe.Plugins.State;
using Kobe.Plugins.Trading.Books;
using Kobe.Plugins.Trading.Desks;

namespace Kobe.Plugins.Trading.Reports;

/// <summary>The day's result and a point of the equity curve.</summary>
[Handler("trading.daily_result", About = "The day's result: equity, profit, fees, orders, fills, wins.")]
[Effects(Effects.Idempotent)]
[Publishes("account.day")]
public sealed class DailyResultHandler : ITaskHandler
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        TradingRun.DoAsync(context, run => ResultAsync(run, cancellation), cancellation);

    private static async Task<TaskResult> ResultAsync(TradingRun run, CancellationToken cancellation)
    {
        await Settling.DoAsync(run, cancellation);
        var ledger = run.Desk.Ledger;
        var account = await run.AccountAsync(cancellation);
        var trades = TradeJournal.Read(run, run.Today, run.Today);
        var start = DayMoney.Of(ledger, run.Today, run.DateOf, ledger.StartCash + ledger.AdoptedCost).Start;
        var result = Tally.Of(trades);
        var date = run.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var fact = Fact.Of("account.day", new
        {
            date,
            equity = decimal.Round(ledger.Equity, 2),
            realised = result.Profit,
            unrealised = decimal.Round(ledger.Unrealised, 2),
            fees = decimal.Round(ledger.Fees, 2),
            orders = run.OrdersOfToday().Count(order => order.WasSent),
            fills = ledger.Fills.Count(fill => run.DateOf(fill.At) == run.Today),
            wins = result.Wins,
            losses = result.Losses,
            change = decimal.Round(ledger.Equity - start, 2),
            meanR = result.MeanR,
            ledgerEqualsBroker = Math.Abs(ledger.Equity - account.Equity) < 0.01m,
            synthetic = run.Session.Source.IsSynthetic,
        });
        var path = Path.Combine(run.Folder, "results", date + ".json");
        OwnerFile.Replace(path, JsonSerializer.SerializeToUtf8Bytes(fact.Value, Indented));
        return new TaskResult.Succeeded(
            Evidence.None.WithCount("trades", result.Trades).WithCount("equity_cents", (long)(ledger.Equity * 100))
                .WithCount("change_cents", (long)((ledger.Equity - start) * 100)).WithOutput(Output.OfFile(path)),
            fact);
    }
}

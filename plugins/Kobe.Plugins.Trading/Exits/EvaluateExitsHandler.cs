using System.Globalization;
using Kobe.Contracts;
using Kobe.Desk.Bars;
using Kobe.Desk.Strategies;
using Kobe.Plugins.Trading.Desks;

namespace Kobe.Plugins.Trading.Exits;

/// <summary>Asks the strategies, by the official close, what to sell in the next session and which stops to move: the
/// first of two phases. The second one executes it there.</summary>
[Handler("trading.evaluate_exits", About = "Decides after the close what the next session sells.")]
[Effects(Effects.Idempotent)]
[Publishes("exits.tomorrow")]
public sealed class EvaluateExitsHandler : ITaskHandler
{
    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        TradingRun.DoAsync(context, run => EvaluateAsync(run, cancellation), cancellation);

    private static async Task<TaskResult> EvaluateAsync(TradingRun run, CancellationToken cancellation)
    {
        var held = await run.PositionsAsync(cancellation);
        if (held.Count == 0)
        {
            return new TaskResult.Skipped("nothing is held");
        }

        var calendar = run.Session.Market.Calendar;
        var (exits, stops, unknown) = (new List<ExitIntent>(), new List<StopIntent>(), 0);
        foreach (var position in held)
        {
            var reading = await run.Session.Source.DailyAsync(position.Symbol, run.Now, cancellation);
            if (reading.Series is not { Count: > 0 } raw || calendar.DateOf(raw[^1].Start) != run.Today
                || run.Book.Find(position.Symbol) is not { } meant)
            {
                unknown++;
                continue;
            }

            var bars = run.Session.Source.FactorsOf(position.Symbol).Adjust(raw, Adjustment.All, run.Now);
            var decision = ExitDecision.Of(position, meant, bars, calendar);
            if (decision.Kind == DecisionKind.Exit)
            {
                exits.Add(new(position.Symbol, FormattableString.Invariant(
                    $"{meant.Strategy} says so at the close {raw[^1].Close:0.##}")));
            }
            else if (decision.Kind == DecisionKind.MoveStop && decision.Stop > (double)meant.Guard)
            {
                stops.Add(new(position.Symbol, decimal.Round((decimal)decision.Stop, 2)));
            }
        }

        if (calendar.NextSession(run.Today) is not { } next)
        {
            return new TaskResult.Fatal("The calendar ends: there is no next session.");
        }

        var intents = new ExitIntents(Text(run.Today), Text(next.Date), exits, stops);
        intents.Write(run.Folder);
        return new TaskResult.Succeeded(
            Evidence.None.WithCount("positions", held.Count).WithCount("exits", exits.Count)
                .WithCount("stops", stops.Count).WithCount("without_bar", unknown)
                .WithOutput(Output.OfFile(ExitIntents.PathOf(run.Folder))),
            Fact.Of("exits.tomorrow", intents));
    }

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

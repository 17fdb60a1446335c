using System.Globalization;
using Kobe.Contracts;
using Kobe.Desk.Backtests.Trials;
using Kobe.Desk.Sessions;
using Kobe.Desk.Strategies.Choosing;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Research.Backtests;

/// <summary>Parameters chosen on the past and proved on what followed, again and again.</summary>
[Handler("research.walk_forward", Arguments = typeof(WalkForwardArguments),
    About = "Chooses a parameter on the past, proves it on what followed, and says what is left of the result.")]
[Effects(Effects.Idempotent)]
public sealed class WalkForwardHandler : ITaskHandler
{
    private const int EmbargoDays = 10;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.FromResult(Walk(
            context, DeskSession.Of(context), context.Arguments<WalkForwardArguments>(), cancellation));
    }

    private static TaskResult Walk(
        TaskContext context, DeskSession desk, WalkForwardArguments what, CancellationToken cancellation)
    {
        var entry = StrategyCatalogue.Find(what.Strategy);
        var name = what.Parameter ?? entry?.Parameters.Select(one => one.Name).FirstOrDefault();
        var place = entry?.Parameters.ToList().FindIndex(one => one.Name == name) ?? -1;
        if (entry is null || place < 0 || what is not { TrainDays: > 0, TestDays: > 0, Years: > 0 })
        {
            return new TaskResult.Fatal(
                $"'{what.Strategy}' with a parameter '{name}' is not known, or a length is below 1. Strategies: "
                + $"{StrategyCatalogue.Names}.");
        }

        if (History.Of(context, desk, what.Scope, what.Years) is not { } history
            || history.Series.Max(one => one.Count) < History.WarmUp + what.TrainDays + EmbargoDays + what.TestDays)
        {
            return new TaskResult.Skipped(
                $"'{what.Scope}' has no symbol with enough daily bars; one stretch takes "
                + $"{History.WarmUp + what.TrainDays + EmbargoDays + what.TestDays}.");
        }

        var result = WalkForward.Run(
            history.Series, Choices.Of(entry.Parameters[place]),
            (value, _) => entry.Make(Choices.With(entry, place, value), desk.Market.Calendar), history.Settings,
            new WalkForwardPlan(what.TrainDays, what.TestDays, EmbargoDays), cancellation);
        var proof = BacktestFigures.Of(entry.Name, result.Proof);
        var train = result.Folds.Average(fold => fold.TrainSharpe) * Math.Sqrt(History.SessionsPerYear);
        var output = ResearchFile.Write(
            desk, $"walk-forward/{Slug.Of(what.Strategy, name!, what.Scope)}.json", new
            {
                source = desk.Source.Name,
                synthetic = desk.Source.IsSynthetic,
                date = Told.Date(desk.Today),
                what.Strategy,
                parameter = name,
                what.Scope,
                proof,
                sharpeWhileChoosing = Figure.Of(train, 4),
                distinctChoices = result.Folds.Select(fold => fold.Chosen).Distinct().Count(),
                folds = result.Folds.Select(fold => new
                {
                    from = fold.Fold.TestFrom,
                    to = fold.Fold.TestTo,
                    fold.Chosen,
                    sharpeWhileChoosing = Figure.Of(fold.TrainSharpe * Math.Sqrt(History.SessionsPerYear), 4),
                    end = Math.Round(fold.Test.Curve.End, 2),
                }),
            });
        context.Log.Information(Told.Sentence(desk, string.Create(
            CultureInfo.InvariantCulture,
            $"{entry.Name}: Sharpe {train:0.00} while choosing, {proof.Sharpe:0.00} in the proof.")));
        return new TaskResult.Succeeded(
            Evidence.None.WithOutput(output).WithCount("folds", result.Folds.Count)
                .WithCount("trades", proof.Trades).WithCount("symbols", history.Series.Count));
    }
}

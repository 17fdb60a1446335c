using System.Globalization;
using Kobe.Contracts;
using Kobe.Desk.Backtests.Trials;
using Kobe.Desk.Sessions;
using Kobe.Desk.Strategies.Choosing;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Research.Backtests;

/// <summary>One number of a strategy, tried around its usual value. It proposes and changes nothing.</summary>
[Handler("research.sweep", Arguments = typeof(SweepArguments),
    About = "Varies one parameter of a strategy and says how much of the best result is the luck of trying.")]
[Effects(Effects.Idempotent)]
public sealed class SweepHandler : ITaskHandler
{
    private const double Sure = 0.95;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.FromResult(Try(
            context, DeskSession.Of(context), context.Arguments<SweepArguments>(), cancellation));
    }

    private static TaskResult Try(
        TaskContext context, DeskSession desk, SweepArguments what, CancellationToken cancellation)
    {
        var entry = StrategyCatalogue.Find(what.Strategy);
        var place = entry?.Parameters.ToList().FindIndex(one => one.Name == what.Parameter) ?? -1;
        if (entry is null || place < 0)
        {
            return new TaskResult.Fatal(
                $"'{what.Strategy}' with a parameter '{what.Parameter}' is not known. "
                + (entry is null ? $"Strategies: {StrategyCatalogue.Names}."
                    : $"It takes: {string.Join(", ", entry.Parameters.Select(one => one.Name))}."));
        }

        if (History.Of(context, desk, what.Scope, what.Years) is not { } history)
        {
            return new TaskResult.Skipped($"No symbol of '{what.Scope}' has enough daily bars for a sweep.");
        }

        var values = Choices.Of(entry.Parameters[place]);
        var sweep = Sweep.Run(
            values, value => history.Play(entry, Choices.With(entry, place, value), desk, cancellation), cancellation);
        var (usual, best) = (entry.Parameters[place].Default, sweep.Best.Parameters);
        var trials = sweep.Trials.OrderBy(trial => trial.Parameters)
            .Select(trial => new { value = trial.Parameters, figures = BacktestFigures.Of(entry.Name, trial.Result) });
        var output = ResearchFile.Write(desk, $"sweeps/{Slug.Of(what.Strategy, what.Parameter, what.Scope)}.json", new
        {
            source = desk.Source.Name,
            synthetic = desk.Source.IsSynthetic,
            date = Told.Date(desk.Today),
            what.Strategy,
            what.Parameter,
            what.Scope,
            what.Years,
            usual,
            best,
            deflatedSharpe = Figure.Of(sweep.Deflated, 4),
            stability = Figure.Of(Stability(sweep), 4),
            trials,
        });
        if (sweep.Deflated >= Sure && best != usual)
        {
            Told.Find(
                context, desk, "parameter", $"{entry.Name}: {what.Parameter} {best} did better than {usual}.",
                string.Create(CultureInfo.InvariantCulture, $"{sweep.Deflated:0.000} sure after {values.Count} tries "
                    + $"on '{what.Scope}'. A proposal; nothing was changed."));
        }

        return new TaskResult.Succeeded(
            Evidence.None.WithOutput(output).WithCount("trials", values.Count)
                .WithCount("trades", sweep.Best.Result.Trades.Count).WithCount("symbols", history.Series.Count)
                .WithId("best", best.ToString(CultureInfo.InvariantCulture)));
    }

    // How much of the best result its neighbours on both sides have: a lone peak is luck.
    private static double Stability(SweepResult<double> sweep)
    {
        var order = sweep.Trials.OrderBy(trial => trial.Parameters).ToList();
        var at = order.FindIndex(trial => trial.Parameters.Equals(sweep.Best.Parameters));
        var near = order.Where((_, i) => Math.Abs(i - at) == 1).Select(trial => trial.DailySharpe).ToList();
        return near.Count > 0 && sweep.Best.DailySharpe > 0 ? near.Average() / sweep.Best.DailySharpe : double.NaN;
    }
}

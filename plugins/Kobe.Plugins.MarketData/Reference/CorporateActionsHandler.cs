using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Reference;

/// <summary>Lists the splits and dividends of the last days, by the source's factors.</summary>
[Handler("marketdata.corporate_actions", Arguments = typeof(ActionsArguments),
    About = "Splits and dividends by their first session without, of the last days.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class CorporateActionsHandler : ITaskHandler
{
    internal const string FactName = "actions.today";

    private const int TellMax = 200;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        Task.FromResult(List(context, context.Arguments<ActionsArguments>()));

    private static TaskResult List(TaskContext context, ActionsArguments arguments)
    {
        if (arguments.Days is < 1 or > 3660)
        {
            return new TaskResult.Fatal($"days is {arguments.Days}: it is 1 to 3660.");
        }

        var desk = DeskSession.Of(context);
        var watched = Watched.Of(desk, context.Facts, arguments.Scope);
        if (watched.Nothing is { } nothing)
        {
            return new TaskResult.Skipped(nothing);
        }

        var from = desk.Today.AddDays(1 - arguments.Days);
        var all = watched.Symbols.SelectMany(symbol => DatedAction.Of(
                symbol, desk.Source.FactorsOf(symbol), desk.Market.Calendar, from, desk.Today))
            .OrderBy(one => one.ExDate).ThenBy(one => one.Symbol, StringComparer.Ordinal).ToList();

        // That nothing happened is a finding too: books and stops need not be touched.
        var path = DeskFile.At(desk, "actions", $"{arguments.Fact}.json");
        return new TaskResult.Succeeded(
            Evidence.None.WithCount("symbols", watched.Symbols.Count).WithCount("actions", all.Count)
                .WithCount("splits", all.Count(one => one.SplitRatio != 1))
                .WithOutput(DeskFile.Write(path, new { From = from, To = desk.Today, Actions = all })),
            Fact.Of(arguments.Fact, new
            {
                Date = desk.Today,
                arguments.Days,
                Actions = all.TakeLast(TellMax),
                Synthetic = desk.Source.IsSynthetic,
            }));
    }
}

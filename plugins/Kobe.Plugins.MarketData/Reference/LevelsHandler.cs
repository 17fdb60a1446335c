using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Reference;

/// <summary>Computes the prices to watch today from the sessions before.</summary>
[Handler("marketdata.levels", Arguments = typeof(LevelsArguments),
    About = "Yesterday's range, pivots, extremes and the average range of each symbol.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class LevelsHandler : ITaskHandler
{
    internal const string FactName = "levels.today";

    private const int TellMax = 100;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        Task.FromResult(Compute(context, context.Arguments<LevelsArguments>()));

    private static TaskResult Compute(TaskContext context, LevelsArguments arguments)
    {
        if (arguments.Sessions is < 1 or > 1000)
        {
            return new TaskResult.Fatal($"sessions is {arguments.Sessions}: it is 1 to 1000.");
        }

        var desk = DeskSession.Of(context);
        var watched = Watched.Of(desk, context.Facts, arguments.Scope);
        var all = watched.Symbols
            .Select(symbol => PriceLevels.Of(symbol, desk.Daily(symbol).All, arguments.Sessions))
            .OfType<PriceLevels>().ToList();
        if (all.Count == 0)
        {
            return new TaskResult.Skipped(watched.Nothing ?? "no daily bars are stored yet");
        }

        var path = DeskFile.At(desk, "levels", $"{arguments.Fact}.json");
        var date = desk.LastComplete()!.Date;
        return new TaskResult.Succeeded(
            Evidence.None.WithCount("symbols", all.Count).WithCount("sessions", arguments.Sessions)
                .WithOutput(DeskFile.Write(path, new { Date = date, arguments.Sessions, Symbols = all })),
            Fact.Of(arguments.Fact, new
            {
                Date = date,
                Levels = all.Take(TellMax),
                Synthetic = desk.Source.IsSynthetic,
            }));
    }
}

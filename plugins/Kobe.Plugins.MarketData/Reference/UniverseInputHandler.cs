using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Reference;

/// <summary>Measures every watched symbol, for those who choose among them.</summary>
[Handler("marketdata.universe_input", Arguments = typeof(UniverseInputArguments),
    About = "Price, dollar volume, volatility and age of each symbol, the most traded first.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class UniverseInputHandler : ITaskHandler
{
    internal const string FactName = "universe.input";

    private const int TellMax = 20;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        Task.FromResult(Measure(context, context.Arguments<UniverseInputArguments>()));

    private static TaskResult Measure(TaskContext context, UniverseInputArguments arguments)
    {
        if (arguments.Sessions is < 2 or > 1000)
        {
            return new TaskResult.Fatal($"sessions is {arguments.Sessions}: it is 2 to 1000.");
        }

        var desk = DeskSession.Of(context);
        var all = desk.Symbols
            .Select(symbol => SymbolMeasure.Of(
                symbol, desk.Source.SectorOf(symbol), desk.Daily(symbol).All, arguments.Sessions))
            .OfType<SymbolMeasure>()
            .OrderByDescending(one => one.DollarVolume).ThenBy(one => one.Symbol, StringComparer.Ordinal).ToList();
        if (all.Count == 0)
        {
            return new TaskResult.Skipped("no daily bars are stored yet: marketdata.daily_bars stores them");
        }

        var date = desk.LastComplete()!.Date;
        var path = DeskFile.At(desk, $"{arguments.Fact}.json");
        return new TaskResult.Succeeded(
            Evidence.None.WithCount("symbols", all.Count).WithOutput(
                DeskFile.Write(path, new { Date = date, arguments.Sessions, Symbols = all })),
            Fact.Of(arguments.Fact, new
            {
                Date = date,
                Symbols = all.Count,
                arguments.Sessions,
                Path = Path.GetRelativePath(desk.State, path),
                Largest = all.Take(TellMax).Select(one => one.Symbol),
                Synthetic = desk.Source.IsSynthetic,
            }));
    }
}

using System.Globalization;
using System.Text.Json;
using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Trading.Signals;

/// <summary>Lets the five strategies look at the stored daily bars of the universe.</summary>
[Handler("trading.swing_signals", Arguments = typeof(SwingSignalsArguments),
    About = "Candidates of the five strategies, with entry, stop, target and score.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class SwingSignalsHandler : ITaskHandler
{
    internal const string FactName = "signals.swing";
    private const int TurnoverDays = 20;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<SwingSignalsArguments>();
        if (arguments.WarmUp is < 50 or > 5_000 || arguments.Fresh is < 1 or > 20)
        {
            return Task.FromResult<TaskResult>(new TaskResult.Fatal(
                $"warm_up is {arguments.WarmUp} and fresh {arguments.Fresh}; write 50 to 5000 bars and 1 to 20."));
        }

        try
        {
            return Task.FromResult(Scan(context, arguments, cancellation));
        }
        catch (Exception wrong) when (wrong is InvalidDataException or InvalidOperationException)
        {
            return Task.FromResult<TaskResult>(new TaskResult.Fatal(wrong.Message));
        }
        catch (IOException refused)
        {
            return Task.FromResult<TaskResult>(new TaskResult.Failed(refused.Message));
        }
    }

    private static TaskResult Scan(
        TaskContext context, SwingSignalsArguments arguments, CancellationToken cancellation)
    {
        var desk = DeskSession.Of(context);
        var calendar = desk.Market.Calendar;
        var last = calendar.PreviousSession(
            context.Market.Close <= desk.Now ? desk.Today.AddDays(1) : desk.Today)?.Date;
        var (looked, stale, thin) = (0, 0, 0);
        var ideas = new List<Idea>();
        foreach (var symbol in Universe(context, desk))
        {
            cancellation.ThrowIfCancellationRequested();
            var bars = desk.Daily(symbol);
            if (bars.Count == 0 || calendar.DateOf(bars[^1].Start) != last)
            {
                stale++;
                continue;
            }

            var days = bars.All[^Math.Min(TurnoverDays, bars.Count)..];
            var turnover = 0.0;
            foreach (ref readonly var bar in days)
            {
                turnover += bar.Close * bar.Volume / days.Length;
            }

            if (bars[^1].Close < arguments.PriceMin || turnover < arguments.DollarVolumeMin)
            {
                thin++;
                continue;
            }

            looked++;
            ideas.AddRange(
                from strategy in SwingScan.Strategies
                let idea = SwingScan.IdeaOf(
                    symbol, strategy, SwingScan.Ask(strategy, bars, calendar, arguments.WarmUp, arguments.Fresh),
                    bars[^1].Close, desk.Source.SectorOf(symbol))
                where idea is not null
                select idea);
        }

        if (looked == 0)
        {
            return new TaskResult.Skipped(
                $"no symbol has bars up to {last:yyyy-MM-dd} and enough turnover ({stale} without, {thin} thin): "
                + "marketdata.daily_bars stores them");
        }

        var date = desk.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var fact = Fact.Of(FactName, new Ideas(date, ideas));
        var path = desk.PathOf("signals", $"swing-{date}.json");
        OwnerFile.Replace(path, JsonSerializer.SerializeToUtf8Bytes(fact.Value));
        return new TaskResult.Succeeded(
            Evidence.None.WithCount("symbols", looked).WithCount("ideas", ideas.Count).WithCount("stale", stale)
                .WithCount("thin", thin).WithOutput(Output.OfFile(path)),
            fact);
    }

    // The universe of today, when research made one; else all that is watched.
    private static IEnumerable<string> Universe(TaskContext context, DeskSession desk)
    {
        if (context.Facts.Find("universe.today") is { } fact && fact.Value.ValueKind == JsonValueKind.Object
            && fact.Value.TryGetProperty("symbols", out var symbols) && symbols.ValueKind == JsonValueKind.Array
            && symbols.GetArrayLength() > 0)
        {
            return [.. symbols.EnumerateArray()
                .Select(one => one.ValueKind == JsonValueKind.Object ? one.Text("symbol") : one.GetString())
                .OfType<string>().Where(symbol => desk.Symbols.Contains(symbol)).Order(StringComparer.Ordinal)];
        }

        return desk.Symbols;
    }
}

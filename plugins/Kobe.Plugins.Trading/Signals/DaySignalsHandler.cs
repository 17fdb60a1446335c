using System.Globalization;
using System.Text.Json;
using Kobe.Contracts;
using Kobe.Desk.Bars;
using Kobe.Desk.Sessions;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Trading.Signals;

/// <summary>Looks for ideas of the day: a broken opening range, a gap that holds, a trend since the open.</summary>
[Handler("trading.day_signals", Arguments = typeof(DaySignalsArguments),
    About = "Ideas for within the day from today's minutes: opening range, gap or trend.")]
[Effects(Effects.Idempotent)]
[Publishes("signals.opening_range")]
[Publishes("signals.gap")]
[Publishes("signals.trend")]
public sealed class DaySignalsHandler : ITaskHandler
{
    // A stop nearer than this is noise, one further away makes the position too small to matter.
    private const double RiskMin = 0.003;
    private const double RiskMax = 0.03;

    /// <inheritdoc/>
    public async Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<DaySignalsArguments>();
        if (!context.Market.IsMarketOpen)
        {
            return new TaskResult.Skipped("the market is closed: there are no minutes of today to look at");
        }

        try
        {
            return await ScanAsync(context, arguments, cancellation);
        }
        catch (Exception wrong) when (wrong is InvalidDataException or InvalidOperationException)
        {
            return new TaskResult.Fatal(wrong.Message);
        }
        catch (IOException refused)
        {
            return new TaskResult.Failed(refused.Message);
        }
    }

    /// <summary>The fact of a kind.</summary>
    internal static string FactOf(DayScanKind kind) => kind switch
    {
        DayScanKind.OpeningRange => "signals.opening_range",
        DayScanKind.Gap => "signals.gap",
        _ => "signals.trend",
    };

    private static async Task<TaskResult> ScanAsync(
        TaskContext context, DaySignalsArguments arguments, CancellationToken cancellation)
    {
        var desk = DeskSession.Of(context);
        var (looked, usual) = (0, new UsualVolume(desk, arguments.Minutes));
        var found = new List<Idea>();
        foreach (var symbol in desk.Symbols)
        {
            var minutes = await desk.TodayAsync(symbol, cancellation);
            var daily = desk.Raw(symbol);
            if (minutes.Count == 0 || daily.Count == 0)
            {
                continue;
            }

            looked++;
            if (Look(arguments, minutes, daily, usual) is { } idea)
            {
                found.Add(idea with { Sector = desk.Source.SectorOf(symbol) });
            }
        }

        if (looked == 0)
        {
            return new TaskResult.Skipped("no symbol has minutes of today and stored daily bars");
        }

        var best = found.OrderByDescending(idea => idea.Score).ThenBy(idea => idea.Symbol, StringComparer.Ordinal)
            .Take(arguments.Max).ToList();
        var date = desk.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var name = FactOf(arguments.Kind);
        var fact = Fact.Of(name, new Ideas(date, best));
        var path = desk.PathOf("signals", $"{name["signals.".Length..]}-{date}.json");
        OwnerFile.Replace(path, JsonSerializer.SerializeToUtf8Bytes(fact.Value));
        var evidence = Evidence.None.WithCount("symbols", looked).WithCount("ideas", best.Count)
            .WithCount("passed_over", found.Count - best.Count).WithOutput(Output.OfFile(path));
        return new TaskResult.Succeeded(
            arguments.Kind == DayScanKind.OpeningRange
                ? evidence.WithCount("volume_by_minutes", usual.ByMinutes).WithCount("volume_by_days", usual.ByDays)
                : evidence,
            fact);
    }

    private static Idea? Look(
        DaySignalsArguments arguments, BarSeries minutes, BarSeries daily, UsualVolume usual)
    {
        var found = arguments.Kind switch
        {
            DayScanKind.OpeningRange => Busy(arguments, minutes, daily, usual),
            DayScanKind.Gap => DayScan.Gap(minutes.All, daily[^1].Close, arguments.ShareMin / 100),
            _ => DayScan.Trend(minutes.All, arguments.ShareMin / 100),
        };
        if (found is not (var entry, var low, var score))
        {
            return null;
        }

        var stop = Math.Clamp(low, entry * (1 - RiskMax), entry * (1 - RiskMin));
        return new(
            minutes.Name.Symbol, FactOf(arguments.Kind)["signals.".Length..].Replace('_', '-'), "buy",
            SwingScan.Price(entry), SwingScan.Price(stop), SwingScan.Price(entry + (arguments.Reward * (entry - stop))),
            Math.Round(score, 4), "");
    }

    // What is usual is read for those symbols only that broke out.
    private static (double Entry, double Stop, double Score)? Busy(
        DaySignalsArguments arguments, BarSeries minutes, BarSeries daily, UsualVolume usual) =>
        DayScan.OpeningRange(minutes.All, minutes.CountAsOf(usual.RangeEnd)) is (var entry, var stop, var volume)
        && usual.Of(daily) is > 0 and var shares && volume / shares >= arguments.VolumeMin
            ? (entry, stop, volume / shares) : null;
}

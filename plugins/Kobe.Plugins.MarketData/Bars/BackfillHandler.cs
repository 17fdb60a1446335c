using System.Collections.Immutable;
using Kobe.Contracts;
using Kobe.Desk.Bars;
using Kobe.Desk.Sessions;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Bars;

/// <summary>Asks the source again for sessions without a bar; what it never has is marked as permanent.</summary>
[Handler("marketdata.backfill", Arguments = typeof(BackfillArguments),
    About = "Fills the holes of stored daily bars, or marks them as permanent.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class BackfillHandler : ITaskHandler
{
    internal const string FactName = "bars.gaps";

    /// <inheritdoc/>
    public async Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<BackfillArguments>();
        if (arguments.Tries < 1)
        {
            return new TaskResult.Fatal($"tries is {arguments.Tries}: it is at least 1.");
        }

        var desk = DeskSession.Of(context);
        var watched = Watched.Of(desk, context.Facts, arguments.Scope);
        var gaps = GapList.Read(desk);
        var open = watched.Symbols.Where(symbol => gaps.Of(symbol).Any(gap => !gap.Permanent)).ToList();
        if (open.Count == 0)
        {
            return new TaskResult.Skipped(watched.Nothing ?? "no stored series has a hole that could be filled");
        }

        var (asked, filled) = (0, 0);
        foreach (var symbol in open)
        {
            cancellation.ThrowIfCancellationRequested();
            var reading = await desk.Source.DailyAsync(symbol, desk.Now, cancellation);
            if (reading.Series is not { } series)
            {
                context.Log.Warning(reading.Errors[0].ToString());
                continue;
            }

            var before = gaps.Of(symbol);
            var found = Found(series, before, desk);
            var stored = found.Count > 0 ? desk.Store.Append(found).Added : 0;
            (asked, filled) = (asked + before.Count(gap => !gap.Permanent), filled + stored);
            gaps = gaps.With(symbol, Left(before, found, desk, arguments.Tries));
        }

        var fact = new Backfill(desk.Today, asked, filled, gaps.Open, gaps.Permanent);
        return new TaskResult.Succeeded(
            Evidence.None.WithCount("asked", asked).WithCount("filled", filled).WithCount("open", fact.Open)
                .WithCount("permanent", fact.Permanent).WithOutput(gaps.Write(desk)),
            Fact.Of(arguments.Fact, fact));
    }

    private static BarSeries Found(BarSeries series, ImmutableArray<Gap> gaps, DeskSession desk)
    {
        var dates = gaps.Where(gap => !gap.Permanent).Select(gap => gap.Date).ToHashSet();
        return new(series.Name, Array.FindAll(
            series.All.ToArray(), bar => dates.Contains(desk.Market.Calendar.DateOf(bar.Start))));
    }

    // A hole that was noticed today counts no try: the source may be late.
    private static ImmutableArray<Gap> Left(ImmutableArray<Gap> gaps, BarSeries found, DeskSession desk, int tries)
    {
        var filled = found.All.ToArray().Select(bar => desk.Market.Calendar.DateOf(bar.Start)).ToHashSet();
        return
        [
            .. from gap in gaps
               where !filled.Contains(gap.Date)
               select gap.Permanent || gap.Noticed == desk.Today ? gap
                   : gap with { Tries = gap.Tries + 1, Permanent = gap.Tries + 1 >= tries },
        ];
    }
}

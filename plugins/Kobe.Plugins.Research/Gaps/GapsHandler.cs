using Kobe.Contracts;
using Kobe.Core.Markets;
using Kobe.Desk.Bars;
using Kobe.Desk.Brokers;
using Kobe.Desk.Sessions;
using Kobe.Desk.Sources;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Research.Gaps;

/// <summary>Which symbols begin the day away from where they ended the last one.</summary>
[Handler("research.gaps", Arguments = typeof(GapArguments),
    About = "Compares today's first prices with the last closes; before the open by quotes, where there are any.")]
[Effects(Effects.None)]
[Publishes(FactName)]
public sealed class GapsHandler : ITaskHandler
{
    private const string FactName = "gaps.today";
    private const int VolumeDays = 20;

    /// <inheritdoc/>
    public async Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (desk, rule) = (DeskSession.Of(context), context.Arguments<GapArguments>());
        if (rule is not { Least: >= 0, Max: >= 1 })
        {
            return new TaskResult.Fatal("least is 0 or more, max is 1 or more.");
        }

        if (desk.Market.Calendar.On(desk.Today).Session is not { } session)
        {
            return new TaskResult.Skipped($"{Told.Date(desk.Today)} has no session.");
        }

        var prices = new List<FirstPrice>();
        foreach (var series in Scope.Bars(desk, Scope.Of(context, desk, rule.Scope)))
        {
            // After the close today's own bar is complete: the gap is against the one before it.
            var before = desk.Raw(series.Name.Symbol) is var raw && raw[^1].StartTicks >= session.Open.UtcTicks
                ? raw.Until(session.Open) : raw;
            if (before.Count > 0
                && await FirstAsync(desk, before, session, cancellation).ConfigureAwait(false) is { } first)
            {
                prices.Add(first);
            }
        }

        return prices.Count == 0
            ? new TaskResult.Skipped(desk.Now < session.Open
                ? "There is no price of today yet: this source knows none before the open."
                : $"There is no price of today for '{rule.Scope}'.")
            : Answer(context, desk, rule, prices);
    }

    private static TaskResult.Succeeded Answer(
        TaskContext context, DeskSession desk, GapArguments rule, List<FirstPrice> prices)
    {
        var today = new GapsToday(Told.Date(desk.Today), Gap.Of(prices, rule.Least, rule.Max));
        context.Log.Information(Told.Sentence(
            desk, $"{today.Gaps.Count} of {prices.Count} symbols gap by {Told.Percent(rule.Least)} or more."));
        return new(
            Evidence.None.WithCount("priced", prices.Count).WithCount("gaps", today.Gaps.Count)
                .WithCount("up", today.Gaps.Count(gap => gap.Share > 0)),
            Fact.Of(FactName, today));
    }

    private static async Task<FirstPrice?> FirstAsync(
        DeskSession desk, BarSeries before, Session session, CancellationToken cancellation)
    {
        var symbol = before.Name.Symbol;
        if (desk.Now > session.Open)
        {
            var minutes = await desk.TodayAsync(symbol, cancellation).ConfigureAwait(false);
            return minutes.Count == 0 ? null
                : new(symbol, Close(desk, before, session), minutes[0].Open, Volume(minutes, before, session));
        }

        // Made-up prices and those of a folder begin with the open; only a broker knows what is paid before it.
        if (desk.Source is LocalSource)
        {
            return null;
        }

        var trading = await desk.TradingAsync(cancellation).ConfigureAwait(false);
        return await trading.Exchange.QuoteAsync(symbol, cancellation).ConfigureAwait(false)
                is BrokerReply<Quote>.Done { Value: var quote } && quote.At >= session.Pre
            ? new(symbol, Close(desk, before, session), (double)quote.Last, double.NaN) : null;
    }

    // In today's prices: a split or a dividend of this morning is no gap.
    private static double Close(DeskSession desk, BarSeries before, Session session)
    {
        var factors = desk.Source.FactorsOf(before.Name.Symbol);
        var (then, now) = (
            factors.On(DateOnly.FromDateTime(before[^1].Start.UtcDateTime)),
            factors.On(DateOnly.FromDateTime(session.Open.UtcDateTime)));
        return before[^1].Close * then.Both / now.Both;
    }

    private static double Volume(BarSeries minutes, BarSeries before, Session session)
    {
        var days = before.All[^Math.Min(VolumeDays, before.Count)..];
        var usual = 0.0;
        foreach (ref readonly var day in days)
        {
            usual += day.Volume / days.Length;
        }

        var traded = minutes.All.ToArray().Sum(bar => bar.Volume);
        var passed = (double)(minutes[^1].EndTicks - session.Open.UtcTicks)
            / (session.Close.UtcTicks - session.Open.UtcTicks);
        return traded / (usual * passed);
    }
}

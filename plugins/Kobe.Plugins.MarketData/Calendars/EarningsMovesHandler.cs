using Kobe.Contracts;
using Kobe.Desk.Bars;
using Kobe.Desk.Sessions;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Calendars;

/// <summary>For companies that report today: how far they gap after a report as a rule, and how far they have
/// gapped.</summary>
/// <remarks>A report after the close moves the next open: that gap is a risk tonight, measured by those
/// before.</remarks>
[Handler("marketdata.earnings_moves", Arguments = typeof(EarningsMovesArguments),
    About = "Reports since the last close: the usual gap of each symbol, and the one that has happened.")]
[Effects(Effects.None)]
[Publishes(FactName)]
public sealed class EarningsMovesHandler : ITaskHandler
{
    internal const string FactName = "earnings.moves";

    private const int YearsBack = 5;

    /// <inheritdoc/>
    public async Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<EarningsMovesArguments>();
        if (arguments.Reports is < 1 or > 40)
        {
            return new TaskResult.Fatal($"reports is {arguments.Reports}: it is 1 to 40.");
        }

        var desk = DeskSession.Of(context);
        var watched = Watched.Of(desk, context.Facts, arguments.Scope);
        if (watched.Nothing is { } nothing)
        {
            return new TaskResult.Skipped(nothing);
        }

        var from = desk.Today.AddYears(-YearsBack);
        if (EarningsCalendar.Of(desk, watched.Symbols, from, desk.Today) is not { } dates)
        {
            return new TaskResult.Skipped(EarningsCalendar.WhyNone(desk));
        }

        var before = desk.Market.Calendar.PreviousSession(desk.Today)!.Date;
        var fresh = dates.Where(one => one.Date == desk.Today || (one.Date == before && !one.IsBeforeOpen)).ToList();
        var moves = new List<Line>();
        foreach (var report in fresh)
        {
            var past = dates.Where(one => one.Symbol == report.Symbol && one.Date < report.Date);
            var usual = UsualGap(desk, report.Symbol, past, arguments.Reports);
            var hasOpened = report.IsBeforeOpen || report.Date < desk.Today;
            moves.Add(new(
                report.Symbol, report.Date, report.IsBeforeOpen, usual,
                hasOpened ? await GapAsync(desk, report.Symbol, cancellation) : null));
        }

        if (moves.Count == 0)
        {
            return new TaskResult.Skipped("none of these symbols has reported since the last close");
        }

        var told = new { Date = desk.Today, Moves = moves, Synthetic = fresh.Any(one => one.Synthetic) };
        var fact = Fact.Of(arguments.Fact, told);
        return context.Facts.Find(arguments.Fact)?.Value.GetRawText() == fact.Value.GetRawText()
            ? new TaskResult.Skipped("nothing has changed since the last look")
            : new TaskResult.Succeeded(
                Evidence.None.WithCount("reports", moves.Count)
                    .WithCount("known_gaps", moves.Count(one => one.Gap is not null)),
                fact);
    }

    /// <summary>The mean size of the gaps after some reports; null when none lies in the bars.</summary>
    internal static double? MeanGap(
        ReadOnlySpan<Bar> daily, IEnumerable<EarningsDate> reports, Func<Bar, DateOnly> dateOf, int count)
    {
        var byDate = new Dictionary<DateOnly, int>();
        for (var i = 0; i < daily.Length; i++)
        {
            byDate[dateOf(daily[i])] = i;
        }

        var sizes = new List<double>();
        foreach (var report in reports.OrderByDescending(one => one.Date))
        {
            if (byDate.TryGetValue(report.Date, out var day)
                && (report.IsBeforeOpen ? day : day + 1) is var next && next > 0 && next < daily.Length
                && sizes.Count < count)
            {
                sizes.Add(Math.Abs((daily[next].Open / daily[next - 1].Close) - 1));
            }
        }

        return sizes.Count == 0 ? null : Prices.Rounded(sizes.Average());
    }

    private static double? UsualGap(
        DeskSession desk, string symbol, IEnumerable<EarningsDate> reports, int count) =>
        MeanGap(desk.Daily(symbol).All, reports, bar => desk.Market.Calendar.DateOf(bar.Start), count);

    private static async Task<double?> GapAsync(DeskSession desk, string symbol, CancellationToken cancellation)
    {
        var minutes = await desk.TodayAsync(symbol, cancellation);
        return minutes.Count > 0 && desk.CloseBefore(symbol, desk.Today) is { } close
            ? Prices.Rounded((minutes[0].Open / close) - 1) : null;
    }

    internal sealed record Line(string Symbol, DateOnly Date, bool IsBeforeOpen, double? UsualGap, double? Gap);
}

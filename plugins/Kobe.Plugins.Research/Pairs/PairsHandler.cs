using System.Globalization;
using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Desk.Studies;
using Kobe.Plugins.Research.Reading;

namespace Kobe.Plugins.Research.Pairs;

/// <summary>Pairs that usually move together and are apart; in a session by its last minutes.</summary>
[Handler("research.pairs", Arguments = typeof(PairsArguments),
    About = "Finds pairs that move together and measures how far apart they are, in a session by the last minute.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class PairsHandler : ITaskHandler
{
    private const string FactName = "pairs.latest";
    private const int PairsMax = 50;
    private const int UsualDays = 60;

    /// <inheritdoc/>
    public async Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (desk, rule) = (DeskSession.Of(context), context.Arguments<PairsArguments>());
        if (rule is not { Days: >= 20, Least: > 0 and < 1, Apart: > 0 })
        {
            return new TaskResult.Fatal("days is 20 or more, least lies between 0 and 1, apart is above 0.");
        }

        var panel = Scope.Panel(context, desk, rule.Scope, rule.Days + 1);
        var prices = await PricesAsync(desk, panel, context.Market.IsMarketOpen, cancellation).ConfigureAwait(false);
        var spreads = Spreads(panel, prices, rule);
        if (spreads.Count == 0)
        {
            return new TaskResult.Skipped(
                $"No two of {panel.Count} symbols of '{rule.Scope}' correlate by {rule.Least} over {rule.Days} "
                + "sessions.");
        }

        var apart = spreads.Where(pair => Math.Abs(pair.Z) >= rule.Apart)
            .OrderByDescending(pair => Math.Abs(pair.Z)).ThenBy(pair => pair.A, StringComparer.Ordinal)
            .ThenBy(pair => pair.B, StringComparer.Ordinal).Take(PairsMax).ToList();
        var days = rule.Days.ToString(CultureInfo.InvariantCulture);
        var output = ResearchFile.Write(desk, $"pairs/{Slug.Of(rule.Scope, days)}.json", new
        {
            source = desk.Source.Name,
            synthetic = desk.Source.IsSynthetic,
            at = desk.Now,
            rule.Scope,
            rule.Days,
            spreads,
        });
        var evidence = Evidence.None.WithOutput(output).WithCount("pairs", spreads.Count)
            .WithCount("apart", apart.Count).WithCount("live", context.Market.IsMarketOpen ? 1 : 0);
        return rule is { Scope: Scope.Universe, Days: UsualDays }
            ? new TaskResult.Succeeded(evidence, Fact.Of(FactName, new PairsLatest(desk.Now, apart)))
            : new TaskResult.Succeeded(evidence);
    }

    // The last closes, or in a session the last minutes in the same prices.
    private static async Task<double[]> PricesAsync(
        DeskSession desk, PricePanel panel, bool isOpen, CancellationToken cancellation)
    {
        var prices = panel.Close.Select(closes => closes.Length > 0 ? closes[^1] : double.NaN).ToArray();
        for (var symbol = 0; isOpen && symbol < prices.Length; symbol++)
        {
            var minutes = await desk.TodayAsync(panel.Symbols[symbol], cancellation).ConfigureAwait(false);
            prices[symbol] = minutes.Count > 0 ? minutes[^1].Close : prices[symbol];
        }

        return prices;
    }

    private static List<PairSpread> Spreads(PricePanel panel, double[] prices, PairsArguments rule)
    {
        var returns = Enumerable.Range(0, panel.Count).Select(symbol => panel.Returns(symbol, rule.Days)).ToArray();
        var spreads = new List<PairSpread>();
        for (var a = 0; a < panel.Count; a++)
        {
            for (var b = a + 1; b < panel.Count; b++)
            {
                var correlation = Pearson.Of(returns[a], returns[b], rule.Days / 2);
                if (correlation >= rule.Least && Ratios(panel, prices, a, b) is { Count: >= 20 } ratios
                    && PairSpread.Of(panel.Symbols[a], panel.Symbols[b], correlation, [.. ratios]) is { } spread)
                {
                    spreads.Add(spread);
                }
            }
        }

        return spreads;
    }

    private static List<double> Ratios(PricePanel panel, double[] prices, int a, int b)
    {
        var ratios = new List<double>(panel.Days + 1);
        for (var day = 0; day < panel.Days; day++)
        {
            if (Math.Log(panel.Close[a][day] / panel.Close[b][day]) is var ratio && double.IsFinite(ratio))
            {
                ratios.Add(ratio);
            }
        }

        if (Math.Log(prices[a] / prices[b]) is var last && double.IsFinite(last))
        {
            ratios.Add(last);
        }

        return ratios;
    }
}

using System.Text;
using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Desk.Sources;
using Kobe.Plugins.MarketData.Watching;
using Kobe.Plugins.State;

namespace Kobe.Plugins.MarketData.Quotes;

/// <summary>Keeps the last price of each symbol, with the best bid and ask where a broker tells them.</summary>
/// <remarks>Local prices have no bid and ask: both are the last price then.</remarks>
[Handler("marketdata.quotes", Arguments = typeof(QuotesArguments),
    About = "Keeps the last quote of each symbol in the date's file.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class QuotesHandler : ITaskHandler
{
    internal const string FactName = "quotes.last";

    private const int TellMax = 200;

    /// <inheritdoc/>
    public async Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<QuotesArguments>();
        var desk = DeskSession.Of(context);
        var watched = Watched.Of(desk, context.Facts, arguments.Scope);
        if (watched.Nothing is { } nothing)
        {
            return new TaskResult.Skipped(nothing);
        }

        var quotes = new List<KeptQuote>();
        foreach (var symbol in watched.Symbols)
        {
            cancellation.ThrowIfCancellationRequested();
            if (await QuoteAsync(desk, symbol, arguments.Fact, cancellation) is { } quote)
            {
                quotes.Add(quote);
            }
        }

        if (quotes.Count == 0)
        {
            return new TaskResult.Skipped("nothing has traded today");
        }

        var path = desk.PathOf("quotes", DeskFile.Name(desk.Today) + ".jsonl");
        var (kept, damaged) = Known(path);
        var fresh = quotes.Where(quote => !kept.Contains((quote.Row, quote.Symbol, quote.At))).ToList();
        if (fresh.Count > 0)
        {
            OwnerFile.Append(path, Encoding.UTF8.GetBytes(string.Concat(fresh.Select(quote => quote.Line()))));
        }

        return new TaskResult.Succeeded(
            Evidence.None.WithCount("quotes", quotes.Count).WithCount("added", fresh.Count)
                .WithCount("damaged_lines", damaged).WithOutput(Output.OfFile(path)),
            Fact.Of(arguments.Fact, new
            {
                At = desk.Now,
                Count = quotes.Count,
                Quotes = quotes.Take(TellMax).Select(quote => new { quote.Symbol, quote.Last, quote.At }),
                Synthetic = desk.Source.IsSynthetic,
            }));
    }

    private static async Task<KeptQuote?> QuoteAsync(
        DeskSession desk, string symbol, string row, CancellationToken cancellation)
    {
        if (desk.Source is not LocalSource)
        {
            var trading = await desk.TradingAsync(cancellation);
            var reply = await trading.Exchange.QuoteAsync(symbol, cancellation);
            return reply is Kobe.Desk.Brokers.BrokerReply<Kobe.Desk.Brokers.Quote>.Done { Value: var told }
                ? new(told.At, row, symbol, (double)told.Bid, (double)told.Ask, (double)told.Last) : null;
        }

        var minutes = await desk.TodayAsync(symbol, cancellation);
        return minutes.Count == 0 ? null
            : new(minutes[^1].End, row, symbol, minutes[^1].Close, minutes[^1].Close, minutes[^1].Close);
    }

    // The same quote again is no news; a line that a crash cut short is passed over.
    private static (HashSet<(string, string, DateTimeOffset)> Kept, int Damaged) Known(string path)
    {
        var (kept, damaged) = (new HashSet<(string, string, DateTimeOffset)>(), 0);
        foreach (var line in File.Exists(path) ? File.ReadLines(path) : [])
        {
            if (KeptQuote.Read(line) is { } quote)
            {
                kept.Add((quote.Row, quote.Symbol, quote.At));
            }
            else
            {
                damaged++;
            }
        }

        return (kept, damaged);
    }
}

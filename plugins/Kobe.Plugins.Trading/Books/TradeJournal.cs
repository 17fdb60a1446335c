using System.Text;
using System.Text.Json;
using Kobe.Desk.Accounts;
using Kobe.Plugins.State;
using Kobe.Plugins.Trading.Desks;

namespace Kobe.Plugins.Trading.Books;

/// <summary><c>trades.jsonl</c>: each closed trade of the ledger once, in order, with the idea that it came
/// from.</summary>
internal static class TradeJournal
{
    // A line has some four hundred bytes; the last one is in the tail.
    private const int TailBytes = 4096;
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Adds what was closed since the last line.</summary>
    /// <returns>How many lines were added.</returns>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static int Append(TradingRun run)
    {
        var closed = run.Desk.Ledger.Closed;
        var path = PathOf(run.Folder);
        if (closed.Count == 0 || LastNumber(path) is var last && last >= closed.Count)
        {
            return 0;
        }

        var text = new StringBuilder();
        for (var i = last; i < closed.Count; i++)
        {
            text.Append(JsonSerializer.Serialize(Line(run, i + 1, closed[i]), Options)).Append('\n');
        }

        OwnerFile.Append(path, Encoding.UTF8.GetBytes(text.ToString()));
        return closed.Count - last;
    }

    /// <summary>The lines whose trade was closed on dates from one to another.</summary>
    /// <exception cref="IOException">The file can't be read.</exception>
    public static IReadOnlyList<TradeLine> Read(TradingRun run, DateOnly from, DateOnly to)
    {
        var path = PathOf(run.Folder);
        return !File.Exists(path) ? [] :
        [
            .. from line in File.ReadLines(path)
               where line.Length > 0
               let trade = Parse(line)
               where trade is not null
               let date = run.DateOf(trade.ClosedAt)
               where date >= @from && date <= to
               select trade,
        ];
    }

    public static string PathOf(string folder) => Path.Combine(folder, "trades.jsonl");

    private static TradeLine Line(TradingRun run, int number, ClosedTrade trade)
    {
        var meant = run.Book.Find(trade.Symbol);
        var quantity = trade.Quantity;
        return new(
            number, trade.Symbol, meant?.Strategy ?? BookedPosition.External, meant?.Setup ?? BookedPosition.External,
            trade.OpenedAt, trade.ClosedAt, quantity, decimal.Round(trade.Cost / quantity, 4),
            decimal.Round(trade.Proceeds / quantity, 4), trade.Stop, decimal.Round(trade.Profit, 2),
            trade.RMultiple is { } r ? decimal.Round(r, 3) : null, decimal.Round(trade.MaxAdverseExcursion, 2),
            decimal.Round(trade.MaxFavorableExcursion, 2), meant?.Task ?? "", run.Session.Source.IsSynthetic);
    }

    // A crash may have cut the last line short: it is no line, and its trade is written again.
    private static int LastNumber(string path)
    {
        if (!File.Exists(path))
        {
            return 0;
        }

        using var file = File.OpenRead(path);
        file.Seek(-Math.Min(TailBytes, file.Length), SeekOrigin.End);
        using var reader = new StreamReader(file, Encoding.UTF8);
        return reader.ReadToEnd().Split('\n').Reverse().Select(Parse).FirstOrDefault(line =>
            line is not null)?.Number ?? 0;
    }

    private static TradeLine? Parse(string line)
    {
        try
        {
            return line.StartsWith('{') ? JsonSerializer.Deserialize<TradeLine>(line, Options) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

using System.Text.Json;
using Kobe.Desk.Sessions;

namespace Kobe.Desk.Studies;

/// <summary>The closed trades of a desk.</summary>
public static class TradeLines
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Reads the trades that were closed by now, in the order of their ends.</summary>
    /// <param name="desk">The desk; its mode says which account.</param>
    /// <returns>Empty when none was ever closed.</returns>
    /// <exception cref="InvalidDataException">A line is no trade.</exception>
    public static IReadOnlyList<TradeLine> Of(DeskSession desk)
    {
        ArgumentNullException.ThrowIfNull(desk);
        var path = desk.PathOf(desk.Settings.Mode.ToString().ToLowerInvariant(), "trades.jsonl");
        if (!File.Exists(path))
        {
            return [];
        }

        var (trades, number) = (new List<TradeLine>(), 0);
        foreach (var line in File.ReadLines(path))
        {
            number++;
            try
            {
                if (line.Length > 0 && JsonSerializer.Deserialize<TradeLine>(line, Json) is { } trade
                    && trade.ClosedAt <= desk.Now)
                {
                    trades.Add(trade);
                }
            }
            catch (JsonException bad)
            {
                throw new InvalidDataException(
                    $"{path}, line {number}: {bad.Message} The trade journal writes the file anew from the ledger when "
                    + "it is gone.", bad);
            }
        }

        return [.. trades.OrderBy(trade => trade.ClosedAt).ThenBy(trade => trade.Symbol, StringComparer.Ordinal)];
    }

    /// <summary>Those that were closed on dates of the exchange.</summary>
    /// <param name="desk">The desk.</param>
    /// <param name="from">The first date.</param>
    /// <param name="to">The last date.</param>
    /// <exception cref="InvalidDataException">A line is no trade.</exception>
    public static IReadOnlyList<TradeLine> Between(DeskSession desk, DateOnly from, DateOnly to)
    {
        ArgumentNullException.ThrowIfNull(desk);
        return
        [
            .. Of(desk).Where(trade =>
                desk.Market.Calendar.DateOf(trade.ClosedAt) is var date && date >= from && date <= to),
        ];
    }
}

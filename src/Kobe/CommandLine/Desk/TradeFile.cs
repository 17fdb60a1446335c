using System.Text.Json;

namespace Kobe.CommandLine.Desk;

/// <summary>The closed trades that the desk writes down, <c>desk/MODE/trades.jsonl</c>, one a line.</summary>
internal static class TradeFile
{
    private const int LineMax = 64 * 1024;

    /// <summary>The trades closed on dates from one to another; lines that are none are passed over.</summary>
    /// <param name="state">The state directory.</param>
    /// <param name="mode">observe, paper or live.</param>
    /// <param name="from">The first date, in the exchange's zone.</param>
    /// <param name="to">The last date.</param>
    /// <param name="zone">The exchange's zone.</param>
    public static IReadOnlyList<JsonElement> Read(
        string state, string mode, DateOnly from, DateOnly to, TimeZoneInfo zone)
    {
        var path = Path.Combine(state, "desk", mode, "trades.jsonl");
        var found = new List<JsonElement>();
        foreach (var line in File.Exists(path) ? File.ReadLines(path) : [])
        {
            if (line.Length is > 0 and <= LineMax && Trade(line) is { } trade
                && trade.TryGetProperty("closedAt", out var at) && at.TryGetDateTimeOffset(out var closed))
            {
                var date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(closed, zone).DateTime);
                if (date >= from && date <= to)
                {
                    found.Add(trade);
                }
            }
        }

        return found;
    }

    private static JsonElement? Trade(string line)
    {
        try
        {
            return JsonElement.Parse(line) is { ValueKind: JsonValueKind.Object } trade ? trade : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

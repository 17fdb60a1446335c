using System.Text.Json;
using Kobe.Desk.Studies;
using Kobe.Desk.Tests.Support;

namespace Kobe.Desk.Tests.Plugins;

/// <summary>Closed trades as the trade journal keeps them.</summary>
internal static class TradeScene
{
    /// <summary>A long trade of a date that risked 100 dollars and made so much of them.</summary>
    public static TradeLine Trade(string date, double multiple, string strategy = "trend-pullback", string symbol = "ALFA", double? best = null) => new(
        symbol, strategy, HandlerStage.At(date, "10:15"), HandlerStage.At(date, "14:00"), 100, 50, 50 + multiple, 49, multiple,
        Math.Min(0, multiple * 100), best ?? Math.Max(0, multiple * 100), "entries.primary");

    /// <summary>Writes the journal of the paper account.</summary>
    public static void Write(HandlerStage stage, params TradeLine[] trades)
    {
        var folder = Directory.CreateDirectory(Path.Combine(stage.State, "desk", "paper"));
        File.WriteAllLines(
            Path.Combine(folder.FullName, "trades.jsonl"), trades.Select(trade => JsonSerializer.Serialize(trade, JsonSerializerOptions.Web)));
    }
}

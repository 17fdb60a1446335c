using System.Globalization;
using System.Text;
using System.Text.Json;
using Kobe.CommandLine.Desk;
using Kobe.Files;

namespace Kobe.Telegram;

/// <summary>What the chat is told of the desk's account, as short as a phone wants it.</summary>
internal static class ChatAccount
{
    private const int OrdersMax = 10;

    /// <summary>The answer to <c>/positions</c>, <c>/orders</c> and <c>/pnl</c>.</summary>
    /// <param name="state">The state directory.</param>
    /// <param name="word">Which of them.</param>
    public static string Of(string state, string word)
    {
        try
        {
            using var view = DeskViewFile.Read(state, mode: null);
            if (view is null)
            {
                return "No desk has written here yet: a task that trades does, each time it compares with the broker.";
            }

            var root = view.RootElement;
            var text = new StringBuilder($"{Text(root, "mode")} {Text(root, "account")}, {Text(root, "at")}");
            switch (word)
            {
                case "orders":
                    Orders(text, root.GetProperty("orders"));
                    break;
                case "pnl":
                    Profit(text, root.GetProperty("pnl"));
                    break;
                default:
                    Positions(text, root.GetProperty("positions"));
                    break;
            }

            return text.ToString();
        }
        catch (Exception unreadable) when (unreadable is UserError or IOException or JsonException
            or KeyNotFoundException or InvalidOperationException)
        {
            return $"The desk's account can't be read: {unreadable.Message}";
        }
    }

    private static void Positions(StringBuilder text, JsonElement positions)
    {
        text.Append(positions.GetArrayLength() == 0 ? "\nnothing is held" : "");
        foreach (var one in positions.EnumerateArray())
        {
            text.Append(CultureInfo.InvariantCulture,
                $"\n{Text(one, "quantity")} {Text(one, "symbol")} at {Text(one, "price")}")
                .Append(CultureInfo.InvariantCulture, $" (paid {Text(one, "entryPrice")}): {Text(one, "unrealised")}");
        }
    }

    private static void Orders(StringBuilder text, JsonElement orders)
    {
        var all = orders.GetArrayLength();
        text.Append(all == 0 ? "\nno order yet" : "");
        foreach (var one in orders.EnumerateArray().Skip(Math.Max(0, all - OrdersMax)))
        {
            text.Append(CultureInfo.InvariantCulture,
                $"\n{Text(one, "side")} {Text(one, "quantity")} {Text(one, "symbol")} {Text(one, "type")}")
                .Append(CultureInfo.InvariantCulture, $": {Text(one, "state")} ({Text(one, "task")})");
        }
    }

    private static void Profit(StringBuilder text, JsonElement profit)
    {
        foreach (var name in (string[])["equity", "cash", "realised", "unrealised", "fees"])
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{name} {Text(profit, name)}");
        }
    }

    private static string Text(JsonElement from, string member) =>
        from.GetProperty(member) is { ValueKind: not JsonValueKind.Null } value ? value.ToString() : "-";
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using Kobe.Files;
using Kobe.Markets;

namespace Kobe.CommandLine.Desk;

/// <summary><c>kobe pnl --from</c>: the trades closed in a span, and what they came to.</summary>
internal static class TradeSpan
{
    private static readonly string[] Columns =
        ["closedAt", "symbol", "strategy", "quantity", "entry", "exit", "profit", "r"];

    /// <summary>Shows the trades of a span of the mode that a view is of.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="UserError">A date is none, or the span ends before it begins.</exception>
    public static int Show(string state, JsonElement view, string from, string? to, bool json)
    {
        var first = Date("--from", from);
        var last = to is null ? DateOnly.MaxValue : Date("--to", to);
        if (last < first)
        {
            throw new UserError($"--to {to} lies before --from {from}.");
        }

        var zone = CalendarLoader.BuiltIn(new MachineZones()).Default.Calendar.Zone;
        var mode = view.GetProperty("mode").GetString()!;
        var trades = TradeFile.Read(state, mode, first, last, zone);
        var profit = trades.Sum(trade => Number(trade, "profit"));
        var wins = trades.Count(trade => Number(trade, "profit") > 0);
        if (json)
        {
            JsonOutput.Write(writer => Write(writer, mode, from, to, trades, profit, wins));
            return ExitCode.Fine;
        }

        var made = trades.Any(trade => trade.TryGetProperty("synthetic", out var one)
            && one.ValueKind == JsonValueKind.True);
        Terminal.Write(new StringBuilder().Append(CultureInfo.InvariantCulture,
            $"{mode}, from {from}{(to is null ? "" : " to " + to)}{(made ? ", SYNTHETIC prices" : "")}: ")
            .Append(CultureInfo.InvariantCulture,
                $"{trades.Count} trades closed, {wins} won, {profit:+0.00;-0.00;0.00} dollars before fees\n"));
        if (trades.Count > 0)
        {
            var table = new Table([.. Columns]);
            foreach (var trade in trades)
            {
                table.Add([.. Columns.Select(column => Plain(trade, column))]);
            }

            TableOutput.Write(table);
        }

        return ExitCode.Fine;
    }

    private static void Write(
        Utf8JsonWriter writer, string mode, string from, string? to, IReadOnlyList<JsonElement> trades, decimal profit,
        int wins)
    {
        writer.WriteStartObject();
        writer.WriteString("mode", mode);
        writer.WriteString("from", from);
        writer.WriteString("to", to);
        writer.WriteNumber("trades", trades.Count);
        writer.WriteNumber("wins", wins);
        writer.WriteNumber("realised", profit);
        writer.WriteStartArray("closed");
        foreach (var trade in trades)
        {
            trade.WriteTo(writer);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static DateOnly Date(string option, string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date : throw new UserError($"{option} {text}: write a date such as 2026-11-23.");

    private static decimal Number(JsonElement trade, string name) =>
        trade.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            && value.TryGetDecimal(out var number) ? number : 0;

    private static string Plain(JsonElement trade, string name) =>
        trade.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : "-";
}

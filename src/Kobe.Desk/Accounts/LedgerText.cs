using System.Text.Json;
using Kobe.Desk.Brokers;
using Kobe.Desk.Brokers.Alpaca;

namespace Kobe.Desk.Accounts;

/// <summary>Ledger entries as the members of a JSON line, and back.</summary>
internal static class LedgerText
{
    public static void Write(Utf8JsonWriter writer, LedgerEntry entry)
    {
        writer.WriteString("entry", Word(entry));
        writer.WriteString("id", entry.Id);
        AlpacaWriting.Instant(writer, "at", entry.At);
        switch (entry)
        {
            case LedgerEntry.Opened opened:
                AlpacaWriting.Amount(writer, "cash", opened.Cash);
                break;
            case LedgerEntry.Adopted adopted:
                writer.WriteString("symbol", adopted.Symbol);
                AlpacaWriting.Amount(writer, "qty", adopted.Quantity);
                AlpacaWriting.Amount(writer, "cost", adopted.Cost);
                break;
            case LedgerEntry.Traded traded:
                writer.WriteString("symbol", traded.Symbol);
                writer.WriteString("side", OrderWords.Of(traded.Side));
                AlpacaWriting.Amount(writer, "qty", traded.Quantity);
                AlpacaWriting.Amount(writer, "price", traded.Price);
                writer.WriteString("client_order_id", traded.ClientOrderId);
                writer.WriteBoolean("external", traded.IsExternal);
                AlpacaWriting.Amount(writer, "stop", traded.Stop);
                break;
            case LedgerEntry.Moved moved:
                writer.WriteString("kind", moved.Kind.ToString());
                writer.WriteString("symbol", moved.Symbol);
                AlpacaWriting.Amount(writer, "amount", moved.Amount);
                break;
            case LedgerEntry.Split split:
                writer.WriteString("symbol", split.Symbol);
                AlpacaWriting.Amount(writer, "change", split.Change);
                break;
            case LedgerEntry.Marked marked:
                writer.WriteString("symbol", marked.Symbol);
                AlpacaWriting.Amount(writer, "price", marked.Price);
                break;
        }
    }

    /// <exception cref="FormatException">The line is no entry.</exception>
    public static LedgerEntry Read(JsonElement line)
    {
        var id = line.Required("id");
        var at = AlpacaValues.Instant(line.Required("at"));
        return line.Required("entry") switch
        {
            "opened" => new LedgerEntry.Opened(id, at, line.Amount("cash")),
            "adopted" => new LedgerEntry.Adopted(
                id, at, line.Required("symbol"), line.Amount("qty"), line.Amount("cost")),
            "traded" => new LedgerEntry.Traded(
                id, at, line.Required("symbol"),
                OrderWords.Side(line.Text("side")) ?? throw new FormatException("The fill has no side."),
                line.Amount("qty"), line.Amount("price"), line.Required("client_order_id"), line.Flag("external"),
                line.Number("stop")),
            "moved" => new LedgerEntry.Moved(
                id, at, Enum.Parse<ActivityKind>(line.Required("kind")), line.Text("symbol") ?? "",
                line.Amount("amount")),
            "split" => new LedgerEntry.Split(id, at, line.Required("symbol"), line.Amount("change")),
            "marked" => new LedgerEntry.Marked(id, at, line.Required("symbol"), line.Amount("price")),
            "included" => new LedgerEntry.Included(id, at),
            "valued" => new LedgerEntry.Valued(id, at),
            var other => throw new FormatException($"'{other}' is no ledger entry."),
        };
    }

    private static string Word(LedgerEntry entry) => entry switch
    {
        LedgerEntry.Opened => "opened",
        LedgerEntry.Adopted => "adopted",
        LedgerEntry.Traded => "traded",
        LedgerEntry.Moved => "moved",
        LedgerEntry.Split => "split",
        LedgerEntry.Marked => "marked",
        LedgerEntry.Included => "included",
        _ => "valued",
    };
}

using System.Text.Json;
using Kobe.Desk.Accounts;
using Kobe.Desk.Bars.Store;
using Kobe.Desk.Brokers;
using Kobe.Desk.Brokers.Alpaca;
using Kobe.Desk.Files;
using Kobe.Desk.Orders;

namespace Kobe.Desk;

/// <summary>The desk's account for people: one file, replaced whole after each reconciliation; never read to
/// decide.</summary>
internal static class DeskView
{
    /// <summary>The file's name in the folder of a mode.</summary>
    public const string FileName = "view.json";

    // What is older is in the files that the view is made from.
    private const int OrdersMax = 200;
    private const int TradesMax = 200;

    public static void Write(
        string folder, DeskMode mode, DateTimeOffset now, Account? account, IReadOnlyList<Position> positions,
        OrderRecords records, AccountLedger ledger, Reconciliation reconciliation)
    {
        var path = Path.Combine(folder, FileName);
        using (var file = OwnerOnly.Create(path + ".tmp"))
        {
            using (var writer = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true }))
            {
                writer.WriteStartObject();
                writer.WriteString("mode", mode.ToString().ToLowerInvariant());
                AlpacaWriting.Instant(writer, "at", now);
                AlpacaWriting.Text(writer, "account", account?.Number);
                Positions(writer, positions);
                Orders(writer, records);
                Profit(writer, ledger);
                Risk(writer, reconciliation);
                writer.WriteBoolean("ledgerEqualsBroker", Equal(account, ledger, reconciliation));
                writer.WriteEndObject();
            }

            file.Flush(flushToDisk: true);
        }

        File.Move(path + ".tmp", path, overwrite: true);
        LibC.SyncDirectory(folder);
    }

    // To the cent: the broker rounds what it shows.
    private static bool Equal(Account? account, AccountLedger ledger, Reconciliation reconciliation) =>
        account is not null && Math.Abs(account.Equity - ledger.Equity) < 0.01m
        && !reconciliation.Findings.Any(finding => finding.Kind == FindingKind.Discrepancy);

    private static void Positions(Utf8JsonWriter writer, IReadOnlyList<Position> positions)
    {
        writer.WriteStartArray("positions");
        foreach (var position in positions)
        {
            writer.WriteStartObject();
            writer.WriteString("symbol", position.Symbol);
            AlpacaWriting.Amount(writer, "quantity", position.Quantity);
            AlpacaWriting.Amount(writer, "available", position.Available);
            AlpacaWriting.Amount(writer, "entryPrice", decimal.Round(position.AverageEntryPrice, 4));
            AlpacaWriting.Amount(writer, "price", position.CurrentPrice);
            AlpacaWriting.Amount(writer, "value", decimal.Round(position.MarketValue, 2));
            AlpacaWriting.Amount(writer, "unrealised", decimal.Round(position.MarketValue - position.CostBasis, 2));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Orders(Utf8JsonWriter writer, OrderRecords records)
    {
        writer.WriteStartArray("orders");
        foreach (var record in records.All.TakeLast(OrdersMax))
        {
            writer.WriteStartObject();
            AlpacaWriting.Instant(writer, "at", record.At);
            writer.WriteString("symbol", record.Request.Symbol);
            writer.WriteString("side", OrderWords.Of(record.Request.Side));
            AlpacaWriting.Amount(writer, "quantity", record.Request.Quantity);
            writer.WriteString("type", OrderWords.Of(record.Request.Type));
            AlpacaWriting.Amount(writer, "limitPrice", record.Request.LimitPrice);
            writer.WriteString("state", record.State.ToString().ToLowerInvariant());
            writer.WriteString("task", record.Task);
            writer.WriteString("key", record.Key);
            writer.WriteString("clientOrderId", record.Request.ClientOrderId);
            writer.WriteString("why", record.Code.Length == 0 ? record.Why : $"{record.Code}: {record.Why}");
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Profit(Utf8JsonWriter writer, AccountLedger ledger)
    {
        writer.WriteStartObject("pnl");
        AlpacaWriting.Amount(writer, "equity", decimal.Round(ledger.Equity, 2));
        AlpacaWriting.Amount(writer, "cash", decimal.Round(ledger.Cash, 2));
        AlpacaWriting.Amount(writer, "realised", decimal.Round(ledger.Realised, 2));
        AlpacaWriting.Amount(writer, "unrealised", decimal.Round(ledger.Unrealised, 2));
        AlpacaWriting.Amount(writer, "fees", decimal.Round(ledger.Fees, 2));
        AlpacaWriting.Amount(writer, "dividends", decimal.Round(ledger.Dividends, 2));
        AlpacaWriting.Amount(writer, "interest", decimal.Round(ledger.Interest, 2));
        AlpacaWriting.Amount(writer, "netTransfers", decimal.Round(ledger.NetTransfers, 2));
        writer.WriteStartArray("closed");
        foreach (var trade in ledger.Closed.TakeLast(TradesMax))
        {
            writer.WriteStartObject();
            AlpacaWriting.Instant(writer, "closedAt", trade.ClosedAt);
            writer.WriteString("symbol", trade.Symbol);
            AlpacaWriting.Amount(writer, "quantity", trade.Quantity);
            AlpacaWriting.Amount(writer, "profit", decimal.Round(trade.Profit, 2));
            AlpacaWriting.Amount(
                writer, "r", trade.RMultiple is { } multiple ? decimal.Round(multiple, 2) : null);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Risk(Utf8JsonWriter writer, Reconciliation reconciliation)
    {
        writer.WriteStartObject("risk");
        writer.WriteStartArray("blocked");
        foreach (var symbol in reconciliation.BlockedSymbols)
        {
            writer.WriteStringValue(symbol);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("findings");
        foreach (var finding in reconciliation.Findings)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", finding.Kind.ToString());
            writer.WriteString("symbol", finding.Symbol);
            writer.WriteString("text", finding.Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}

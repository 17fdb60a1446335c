using System.Text.Json;
using Kobe.Desk.Brokers.Alpaca;
using Kobe.Desk.Files;

namespace Kobe.Desk.Orders;

/// <summary>The desk's own orders on disk: each intent before it is sent, each answer before it is believed.</summary>
internal sealed class OrderLog
{
    private readonly LineLog _log;
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    public OrderLog(LineLog log)
    {
        _log = log;
        foreach (var line in log.Lines)
        {
            if (line.Text("told") is { } finding)
            {
                _told.Add(finding);
            }
            else
            {
                Records.Put(Read(line));
            }
        }
    }

    public OrderRecords Records { get; } = new();

    /// <summary>Writes a record, waits until it is on disk, and only then knows it.</summary>
    public OrderRecord Put(OrderRecord record)
    {
        _log.Append(writer => Write(writer, record));
        Records.Put(record);
        return record;
    }

    /// <summary>Remembers that a person was told of a finding; false when that was so before.</summary>
    public bool Tell(string finding)
    {
        if (_told.Contains(finding))
        {
            return false;
        }

        _log.Append(writer => writer.WriteString("told", finding));
        return _told.Add(finding);
    }

    private static void Write(Utf8JsonWriter writer, OrderRecord record)
    {
        writer.WriteString("state", record.State.ToString());
        AlpacaWriting.Instant(writer, "at", record.At);
        writer.WriteString("key", record.Key);
        writer.WriteString("task", record.Task);
        writer.WriteString("kind", record.Kind.ToString());
        AlpacaWriting.Amount(writer, "planned_stop", record.PlannedStop);
        writer.WriteString("sector", record.Sector);
        writer.WriteString("code", record.Code);
        writer.WriteString("why", record.Why);
        writer.WriteStartArray("order_ids");
        foreach (var id in record.OrderIds)
        {
            writer.WriteStringValue(id);
        }

        writer.WriteEndArray();
        writer.WritePropertyName("request");
        AlpacaWriting.Request(writer, record.Request);
    }

    private static OrderRecord Read(JsonElement line) => new(
        AlpacaReading.Request(line.GetProperty("request")),
        line.Required("key"),
        line.Required("task"),
        Enum.Parse<IntentKind>(line.Required("kind")),
        AlpacaValues.Instant(line.Required("at")),
        Enum.Parse<RecordState>(line.Required("state")))
    {
        PlannedStop = line.Number("planned_stop"),
        Sector = line.Text("sector") ?? "",
        Code = line.Text("code") ?? "",
        Why = line.Text("why") ?? "",
        OrderIds = [.. line.GetProperty("order_ids").Items().Select(id => id.GetString()!)],
    };
}

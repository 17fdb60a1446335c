using System.Text.Json;
using Kobe.Desk.Brokers.Alpaca;
using Kobe.Desk.Files;

namespace Kobe.Desk.Brokers.Paper;

/// <summary>The paper account's file: what each call changed, on disk before the call is answered.</summary>
internal sealed class PaperLog(LineLog log)
{
    /// <summary>What the file held when it was opened, in order.</summary>
    public IEnumerable<PaperChanges> History => log.Lines.Select(Read);

    public void Append(PaperChanges changes)
    {
        if (!changes.IsEmpty)
        {
            log.Append(writer => Write(writer, changes));
        }
    }

    private static void Write(Utf8JsonWriter writer, PaperChanges changes)
    {
        AlpacaWriting.Instant(writer, "now", changes.Now);
        writer.WriteNumber("next_id", changes.NextId);
        AlpacaWriting.Amount(writer, "last_equity", changes.LastEquity);
        writer.WriteStartArray("orders");
        foreach (var kept in changes.Orders)
        {
            writer.WriteStartObject();
            AlpacaWriting.OrderMembers(writer, kept.Order);
            AlpacaWriting.Instant(writer, "kobe_from", kept.From);
            writer.WriteBoolean("kobe_triggered", kept.IsTriggered);
            AlpacaWriting.Amount(writer, "kobe_filled_cost", kept.FilledCost);
            AlpacaWriting.Text(writer, "kobe_parent", kept.Parent);
            AlpacaWriting.Text(writer, "kobe_group", kept.Group);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("activities");
        foreach (var activity in changes.Activities)
        {
            writer.WriteStartObject();
            AlpacaWriting.ActivityMembers(writer, activity);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static PaperChanges Read(JsonElement line) => new(
        [.. line.GetProperty("orders").Items().Select(ReadOrder)],
        [.. line.GetProperty("activities").Items().Select(AlpacaReading.Activity)],
        line.Number("last_equity"),
        line.Instant("now") ?? default,
        line.GetProperty("next_id").GetInt64());

    private static KeptOrder ReadOrder(JsonElement entity) => new(
        AlpacaReading.Order(entity),
        entity.Instant("kobe_from") ?? default,
        entity.Flag("kobe_triggered"),
        entity.Number("kobe_filled_cost") ?? 0,
        entity.Text("kobe_parent"),
        entity.Text("kobe_group"));
}

using System.Text.Json;

namespace Kobe.Core.Runs;

public sealed partial class Ledger
{
    /// <summary>An empty ledger, before the first event.</summary>
    public Ledger()
    {
    }

    private Ledger(Ledger other)
    {
        (Seq, Boot, BootedAt, StoppedInOrder, LastAt) =
            (other.Seq, other.Boot, other.BootedAt, other.StoppedInOrder, other.LastAt);
        (Watermark, WatermarkHigh, Epoch, Controls) =
            (other.Watermark, other.WatermarkHigh, other.Epoch, other.Controls);
        _hasMarks = other._hasMarks;
        other._totals.CopyTo(_totals, 0);
        _loads.AddRange(other._loads);
        _facts = new(other._facts, StringComparer.Ordinal);
        _discoveries = new(other._discoveries);
        _days.Floor = other._days.Floor;
        foreach (var book in other._days.InOrder())
        {
            _days.Add(book.SharedOrCloned(Adopt));
        }

        foreach (var task in other._tasks.Values)
        {
            _tasks.Add(task.Task, task.Clone());
        }
    }

    /// <summary>The ledger as JSON, for a checkpoint: equal ledgers have equal bytes.</summary>
    public byte[] Snapshot() => LedgerSnapshot.Write(this);

    /// <summary>SHA-256 of the snapshot, in hex: equal for equal ledgers, however they came to be.</summary>
    public string Digest() => LedgerSnapshot.HashOf(Snapshot());

    /// <summary>Reads a snapshot back.</summary>
    /// <exception cref="FormatException">It is not one, or one of another version.</exception>
    public static Ledger Restore(ReadOnlySpan<byte> snapshot)
    {
        try
        {
            var cursor = new SnapshotCursor(snapshot);
            cursor.Open(JsonTokenType.StartObject);
            cursor.Name("format");
            return cursor.Number() == LedgerSnapshot.Format
                ? new Ledger(ref cursor)
                : throw new FormatException("The snapshot is of another version.");
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException
            or OverflowException or ArgumentException)
        {
            throw new FormatException($"The snapshot cannot be read: {unreadable.Message}", unreadable);
        }
    }

    internal void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteNumber("seq", Seq);
        writer.WriteNumber("boot", Boot);
        LedgerSnapshot.Maybe(writer, "booted_at", BootedAt);
        writer.WriteNumber("stopped_in_order", StoppedInOrder ? 1 : 0);
        LedgerSnapshot.Maybe(writer, "last_at", LastAt);
        LedgerSnapshot.Maybe(writer, "watermark", Watermark);
        LedgerSnapshot.Maybe(writer, "watermark_high", WatermarkHigh);
        writer.WriteNumber("epoch", Epoch);
        writer.WriteNumber("floor", _days.Floor.DayNumber);
        LedgerSnapshot.Write(writer, Controls);
        LedgerSnapshot.Numbers(writer, "totals", _totals);
        writer.WriteStartArray("loads");
        foreach (var load in _loads)
        {
            writer.WriteStringValue(load.Hash);
            writer.WriteNumberValue(load.From.UtcTicks);
            writer.WriteNumberValue(load.Tasks);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("days");
        foreach (var book in _days.InOrder())
        {
            LedgerSnapshot.Write(writer, book);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("tasks");
        foreach (var task in Tasks())
        {
            LedgerSnapshot.Write(writer, task);
        }

        writer.WriteEndArray();
        WriteKept(writer);
    }

    private void WriteKept(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("facts");
        foreach (var fact in Facts())
        {
            writer.WriteStringValue(fact.Name);
            writer.WriteRawValue(fact.Value.Value, skipInputValidation: true);
            writer.WriteNumberValue(fact.At.UtcTicks);
            writer.WriteStringValue(fact.By.ToString());
        }

        writer.WriteEndArray();
        writer.WriteStartArray("discoveries");
        foreach (var discovery in _discoveries)
        {
            writer.WriteNumberValue(discovery.At.UtcTicks);
            writer.WriteStringValue(discovery.By.ToString());
            writer.WriteRawValue(discovery.Value.Value, skipInputValidation: true);
        }

        writer.WriteEndArray();
    }

    private void Adopt(Run run)
    {
        if (run.State != RunState.Final)
        {
            AddOpen(run);
            Running = run.State == RunState.Running ? run : Running;
        }
    }
}

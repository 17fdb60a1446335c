namespace Kobe.Core.Runs;

public sealed partial class Ledger
{
    // Reads what WriteTo wrote, member by member in the same order.
    private Ledger(ref SnapshotCursor cursor)
    {
        Seq = SnapshotReader.Number(ref cursor, "seq");
        Boot = SnapshotReader.Int(ref cursor, "boot");
        BootedAt = SnapshotReader.MaybeInstant(ref cursor, "booted_at");
        StoppedInOrder = SnapshotReader.Flag(ref cursor, "stopped_in_order");
        LastAt = SnapshotReader.MaybeInstant(ref cursor, "last_at");
        Watermark = SnapshotReader.MaybeInstant(ref cursor, "watermark");
        WatermarkHigh = SnapshotReader.MaybeInstant(ref cursor, "watermark_high");
        Epoch = SnapshotReader.Int(ref cursor, "epoch");
        _days.Floor = DateOnly.FromDayNumber(SnapshotReader.Int(ref cursor, "floor"));
        Controls = SnapshotReader.Controls(ref cursor);
        SnapshotReader.Numbers(ref cursor, "totals").CopyTo(_totals, 0);

        SnapshotReader.Array(ref cursor, "loads");
        while (!cursor.AtEnd)
        {
            _loads.Add(new ScheduleLoad(cursor.Text(), cursor.Instant(), cursor.Int()));
        }

        cursor.Close();
        SnapshotReader.Array(ref cursor, "days");
        while (!cursor.AtEnd)
        {
            _days.Add(SnapshotReader.Day(ref cursor, Adopt));
        }

        cursor.Close();
        SnapshotReader.Array(ref cursor, "tasks");
        while (!cursor.AtEnd)
        {
            var task = SnapshotReader.Task(ref cursor);
            _tasks.Add(task.Task, task);
        }

        LookForMarks();

        cursor.Close();
        RestoreKept(ref cursor);
        cursor.Close();
    }

    private void RestoreKept(ref SnapshotCursor cursor)
    {
        SnapshotReader.Array(ref cursor, "facts");
        while (!cursor.AtEnd)
        {
            var fact = new LastFact(
                cursor.Text(), cursor.Json(), cursor.Instant(), OccurrenceKey.Parse(cursor.Text()));
            _facts.Add(fact.Name, fact);
        }

        cursor.Close();
        SnapshotReader.Array(ref cursor, "discoveries");
        while (!cursor.AtEnd)
        {
            _discoveries.Enqueue(
                new FoundDiscovery(cursor.Instant(), OccurrenceKey.Parse(cursor.Text()), cursor.Json()));
        }

        cursor.Close();
    }
}

using FsCheck;
using FsCheck.Fluent;
using Kobe.Core.Runs;
using Kobe.Testing;

namespace Kobe.Core.Tests.Runs;

public class LedgerPropertyTests
{
    // Law: a checkpoint at any event, and the events behind it, give the ledger of all events.
    [Fact]
    public void Snapshot_AndTail_EqualTheFullFold() => ForHistories((events, cut) =>
    {
        var snapshot = Histories.Fold(events.Take(cut)).Snapshot();
        var restored = Ledger.Restore(snapshot);
        Assert.Equal(snapshot, restored.Snapshot());
        Continue(restored, events.Skip(cut));
        return restored.Digest() == Histories.Fold(events).Digest();
    });

    // Law: a clone equals its original and lives on its own.
    [Fact]
    public void Clone_IsEqualAndApart() => ForHistories((events, cut) =>
    {
        var original = Histories.Fold(events.Take(cut));
        var before = original.Digest();
        var clone = original.Clone();
        Assert.Equal(before, clone.Digest());
        Continue(clone, events.Skip(cut));
        return original.Digest() == before && clone.Digest() == Histories.Fold(events).Digest();
    });

    // Law: folding what the text says gives the ledger of what happened.
    [Fact]
    public void Fold_OfTheText_EqualsTheLiveLedger() => ForHistories((events, _) =>
    {
        using var line = new JournalLine();
        var names = new NamePool();
        var read = new Ledger();
        foreach (var what in events)
        {
            var text = line.Write(read.Seq + 1, what);
            Assert.True(RunEventReader.TryRead(text, names, out var entry, out var problem), problem);
            read.Apply(entry.Seq, entry.Event);
        }

        return read.Digest() == Histories.Fold(events).Digest();
    });

    // Law: planned = sum of finals + pending + held, by date and by task, and each key is in exactly one of them.
    [Fact]
    public void Accounting_AddsUp() => ForHistories((events, _) =>
    {
        var ledger = Histories.Fold(events);
        var open = ledger.Open();
        return ledger.Dates().All(date =>
            ledger.Count(date) is var count
            && count.Pending == open.Count(run => run.Key.Date == date && run.State != RunState.Held)
            && count.Held == open.Count(run => run.Key.Date == date && run.State == RunState.Held)
            && count.Planned == Tasks(events).Sum(task => ledger.Count(task, date).Planned)
            && Enum.GetValues<FinalState>().All(state =>
                count[state] == Tasks(events).Sum(task => ledger.Count(task, date)[state])));
    });

    // Law: a refused event leaves the ledger as it was.
    [Fact]
    public void Refusal_ChangesNothing() => ForHistories((events, cut) =>
    {
        var ledger = Histories.Fold(events.Take(cut));
        var before = ledger.Digest();
        foreach (var what in Histories.Of(cut, 80).Where(what => ledger.Refusal(what) is not null))
        {
            Assert.Throws<LedgerException>(() => ledger.Apply(ledger.Seq + 1, what));
        }

        return ledger.Digest() == before;
    });

    // Law: what was decided of a key never changes while it is in reach.
    [Fact]
    public void FinalState_NeverChanges() => ForHistories((events, _) =>
    {
        var ledger = new Ledger();
        var finals = new Dictionary<OccurrenceKey, FinalState>();
        foreach (var what in events)
        {
            ledger.Apply(ledger.Seq + 1, what);
            foreach (var (key, state) in finals)
            {
                var run = ledger.Find(key);
                Assert.True(run is null || (run.State == RunState.Final && run.Final == state));
            }

            foreach (var run in ledger.Dates().SelectMany(date =>
                Tasks(events).SelectMany(task => ledger.RunsOf(task, date))))
            {
                if (run.State == RunState.Final)
                {
                    finals.TryAdd(run.Key, run.Final);
                }
            }
        }

        return true;
    }, 25);

    private static IReadOnlyList<string> Tasks(IEnumerable<RunEvent> events) => [.. events.Select(what => what switch
    {
        RunEvent.Queued queued => queued.Key.Task,
        RunEvent.Closed closed => closed.Key.Task,
        RunEvent.Triggered triggered => triggered.Key.Task,
        RunEvent.BulkMissed missed => missed.Task,
        _ => "backup",
    }).Distinct()];

    private static void Continue(Ledger ledger, IEnumerable<RunEvent> events)
    {
        foreach (var what in events)
        {
            ledger.Apply(ledger.Seq + 1, what);
        }
    }

    private static void ForHistories(Func<IReadOnlyList<RunEvent>, int, bool> law, int runs = 60) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(runs),
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), ArbMap.Default.ArbFor<PositiveInt>(), (seed, cut) =>
        {
            var events = Histories.Of(seed, 240);
            return law(events, cut.Get % events.Count);
        }));
}

using Kobe.Core.Runs;
using Kobe.Journals;
using Kobe.Operation;
using Kobe.Testing;

namespace Kobe.Tests.Journals;

/// <summary>What every journal does, whatever holds it. Each form is a class below that says how it is made.</summary>
public abstract class JournalConformance
{
    private static readonly IReadOnlyList<RunEvent> Sample = Histories.Of(11, 200);

    private protected abstract IJournalStore Store { get; }

    private protected abstract Func<MediumOperation, int>? Fault { set; }

    /// <summary>Power is lost: nothing that was not synced is left.</summary>
    private protected abstract void Crash();

    [Fact]
    public void Append_NumbersFromOne()
    {
        using var opened = Opening.Of(Store);

        Assert.Equal(0, opened.Journal.LastSeq);
        Assert.Equal([1L, 2L, 3L], Sample.Take(3).Select(opened.Journal.Append));
        Assert.Equal(3, opened.Journal.LastSeq);
    }

    [Fact]
    public void Read_GivesTheEventsInOrder_FromANumberOn()
    {
        using var opened = Opening.Of(Store);
        opened.Write(Sample);

        Assert.Equal(
            Sample.Index().Select(item => new JournalEntry(item.Index + 1, item.Item)), opened.Journal.Read(1));
        Assert.Equal(Sample.Skip(149), opened.Journal.Read(150).Select(entry => entry.Event));
        Assert.Empty(opened.Journal.Read(201));
    }

    [Fact]
    public void Crash_KeepsWhatWasSynced_AndLosesTheRest()
    {
        var opened = Opening.Of(Store);
        opened.Write(Sample.Take(50));
        opened.Journal.Append(Sample[50]);
        Crash();

        using var again = Opening.Of(Store);

        Assert.Equal(50, again.Journal.LastSeq);
        Assert.Equal(Histories.Fold(Sample.Take(50)).Digest(), again.Ledger.Digest());
    }

    [Fact]
    public void Reopen_GoesOnWhereItWas()
    {
        for (var cut = 0; cut < Sample.Count; cut += 20)
        {
            using var opened = Opening.Of(Store);
            Assert.Equal(cut, opened.Journal.LastSeq);
            Assert.Equal(Histories.Fold(Sample.Take(cut)).Digest(), opened.Ledger.Digest());
            opened.Write(Sample.Skip(cut).Take(20));
        }

        using var last = Opening.Of(Store);
        Assert.Equal(Histories.Fold(Sample).Digest(), last.Ledger.Digest());
    }

    [Fact]
    public void Checkpoint_AndTail_GiveTheLedgerOfAllEvents()
    {
        using (var opened = Opening.Of(Store))
        {
            opened.Write(Sample.Take(120));
            opened.Journal.Checkpoint(opened.Ledger);
            opened.Write(Sample.Skip(120));
        }

        using var again = Opening.Of(Store);

        Assert.Equal(120, again.Opened.Checkpoint);
        Assert.Equal(Histories.Fold(Sample).Digest(), again.Ledger.Digest());
    }

    [Fact]
    public void Checkpoint_MakesDurableWhatItStandsFor()
    {
        using (var opened = Opening.Of(Store))
        {
            opened.Write(Sample.Take(10), sync: false);
            opened.Journal.Checkpoint(opened.Ledger);
        }

        Crash();

        using var again = Opening.Of(Store);
        Assert.Equal((10, 10), (again.Journal.LastSeq, again.Opened.Checkpoint));
    }

    [Fact]
    public void Append_OnAFullDisk_LeavesNothingOfTheEvent_AndGoesOnLater()
    {
        using (var opened = Opening.Of(Store))
        {
            opened.Write(Sample.Take(5));
            Fault = operation => operation == MediumOperation.Write ? Posix.NoSpace : 0;
            var refused = Assert.Throws<JournalWriteException>(() => opened.Journal.Append(Sample[5]));
            Assert.True(refused.Retryable);
            Assert.Equal((5, JournalState.Open), (opened.Journal.LastSeq, opened.Journal.State));
            Fault = null;
            opened.Write(Sample.Skip(5).Take(5));
        }

        using var again = Opening.Of(Store);
        Assert.Equal(Sample.Take(10), again.Journal.Read(1).Select(entry => entry.Event));
    }

    [Fact]
    public void Append_OnAnIllDisk_EndsTheJournal()
    {
        using var opened = Opening.Of(Store);
        opened.Write(Sample.Take(5));
        Fault = operation => operation == MediumOperation.Write ? Posix.InputOutput : 0;

        Assert.False(Assert.Throws<JournalWriteException>(() => opened.Journal.Append(Sample[5])).Retryable);

        Fault = null;
        Assert.Equal(JournalState.Failed, opened.Journal.State);
        Assert.Throws<JournalWriteException>(() => opened.Journal.Append(Sample[5]));
        using var again = Opening.Of(Store);
        Assert.Equal(5, again.Journal.LastSeq);
    }

    [Theory]
    [InlineData(Posix.InputOutput)]
    [InlineData(Posix.NoSpace)]
    public void Sync_ThatFails_IsNeverTriedAgain(int errno)
    {
        using var opened = Opening.Of(Store);
        opened.Write(Sample.Take(5));
        opened.Journal.Append(Sample[5]);
        var syncs = 0;
        Fault = operation => operation == MediumOperation.Sync && syncs++ == 0 ? errno : 0;

        Assert.False(Assert.Throws<JournalWriteException>(opened.Journal.Sync).Retryable);
        Assert.Throws<JournalWriteException>(opened.Journal.Sync);
        Assert.Throws<JournalWriteException>(() => opened.Journal.Append(Sample[5]));

        Assert.Equal((1, JournalState.Failed), (syncs, opened.Journal.State));
        using var again = Opening.Of(Store);
        Assert.Equal(5, again.Journal.LastSeq);
        Assert.Equal(6, again.Journal.Append(Sample[5]));
    }

    [Fact]
    public void Sync_WithNothingNew_CostsNothing()
    {
        using var opened = Opening.Of(Store);
        opened.Write(Sample.Take(5));
        Fault = operation => operation == MediumOperation.Sync ? Posix.InputOutput : 0;

        opened.Journal.Sync();

        Assert.Equal(JournalState.Open, opened.Journal.State);
    }

    [Fact]
    public void Checkpoint_ThatFails_LeavesTheJournalOpen()
    {
        using var opened = Opening.Of(Store);
        opened.Write(Sample.Take(5));
        Fault = operation => operation == MediumOperation.Replace ? Posix.InputOutput : 0;

        Assert.True(Assert.Throws<JournalWriteException>(() => opened.Journal.Checkpoint(opened.Ledger)).Retryable);

        Fault = null;
        Assert.Equal(6, opened.Journal.Append(Sample[5]));
    }

    [Fact]
    public void Compact_KeepsKeysInReach_AndOpenRuns()
    {
        using (var opened = Opening.Of(Store))
        {
            opened.Write(Days(0, 30));
            opened.Journal.Checkpoint(opened.Ledger);
            opened.Write(Days(30, 10));
            opened.Journal.Checkpoint(opened.Ledger);

            Assert.True(opened.Journal.Compact(opened.Ledger, DateOnly.MaxValue) > 0);

            var left = opened.Journal.Read(1).First().Seq;
            Assert.InRange(left, 2, opened.Ledger.OldestSeqInReach);
            Assert.Equal(40, opened.Ledger.Total()[FinalState.Succeeded]);
        }

        using var again = Opening.Of(Store);
        Assert.Equal(Histories.Fold(Days(0, 40)).Digest(), again.Ledger.Digest());
        Assert.Equal(RunState.Final, again.Ledger.Find(Key(38))!.State);
    }

    [Fact]
    public void Compact_WithAHeldRun_KeepsItsEvents()
    {
        using var opened = Opening.Of(Store);
        opened.Write([
            new RunEvent.Queued(At(0), Key(-1), At(0), At(0), 3),
            new RunEvent.Started(At(0), Key(-1), 1, 1),
            new RunEvent.Ended(At(0), Key(-1), 1, 1, RunResult.Unknown, NextStep.Held, 1),
            .. Days(0, 30)]);
        opened.Journal.Checkpoint(opened.Ledger);
        opened.Write(Days(30, 10));
        opened.Journal.Checkpoint(opened.Ledger);

        Assert.Equal(0, opened.Journal.Compact(opened.Ledger, DateOnly.MaxValue));
    }

    [Fact]
    public void Compact_KeepsTheDatesAskedFor()
    {
        using var opened = Opening.Of(Store);
        opened.Write(Days(0, 30));
        opened.Journal.Checkpoint(opened.Ledger);
        opened.Write(Days(30, 10));
        opened.Journal.Checkpoint(opened.Ledger);

        Assert.Equal(0, opened.Journal.Compact(opened.Ledger, DateOnly.FromDateTime(At(0).UtcDateTime)));
    }

    [Fact]
    public void Closed_TakesNothing()
    {
        var opened = Opening.Of(Store);
        opened.Dispose();

        Assert.Equal(JournalState.Closed, opened.Journal.State);
        Assert.Throws<ObjectDisposedException>(() => opened.Journal.Append(Sample[0]));
    }

    internal static IEnumerable<RunEvent> Days(int first, int count) => Enumerable.Range(first, count).SelectMany(day =>
        new RunEvent[]
        {
            new RunEvent.Queued(At(day), Key(day), At(day), At(day), 3),
            new RunEvent.Planned(At(day), At(day)),
            new RunEvent.Started(At(day), Key(day), 1, 1),
            new RunEvent.Ended(
                At(day), Key(day), 1, 1, RunResult.Succeeded, NextStep.Final(FinalState.Succeeded), 1),
        });

    private static DateTimeOffset At(int day) => new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero).AddDays(day);

    private static OccurrenceKey Key(int day) => new("backup", DateOnly.FromDateTime(At(day).UtcDateTime), "T12:00");
}

using Kobe.Journals;
using Kobe.Simulation.Reporting;

namespace Kobe.Simulation;

/// <summary>The journal's own files on bytes in memory: its text, checksums, checkpoints and the repair of torn lines
/// are the shipped ones.</summary>
internal sealed class ByteStore : ISimulatedStore
{
    // A line is some 150 bytes long: it is torn as often as lost or kept whole.
    private const int TornMax = 200;

    // A page of lines is made durable as it fills, so a cut loses fewer.
    private const int LostMax = 200;

    // Little room ahead: a file a day is cheap in memory too.
    private static readonly JournalOptions Options = new(ReserveBytes: 4096);

    private readonly MemoryJournalMedium _disk = new();
    private readonly FaultyMedium _medium;
    private readonly FileJournalStore _store;
    private readonly NameCounts _coverage;
    private Func<int> _unsynced = None;

    /// <param name="coverage">Told of torn lines.</param>
    /// <param name="seam">Put between the journal and its disk.</param>
    public ByteStore(NameCounts coverage, Func<IJournalMedium, IJournalMedium> seam)
    {
        _coverage = coverage;
        _medium = new(_disk) { SyncFailed = () => _disk.Crash() };
        _store = new(seam(_medium), Options);
    }

    public Func<MediumOperation, int>? Fault
    {
        get => _medium.Fault;
        set => _medium.Fault = value;
    }

    public int Unsynced => _unsynced();

    public OpenedJournal Open()
    {
        var opened = _store.Open();
        if (opened.Torn is not null)
        {
            _coverage.Add("torn line");
        }

        var journal = new WatchedJournal(opened.Journal);
        _unsynced = () => journal.Unsynced;
        return opened with { Journal = journal };
    }

    public void Kill()
    {
        _disk.Kill();
        _unsynced = None;
    }

    public void CutPower(Dice dice)
    {
        _disk.Crash(dice.Below(_disk.UnsyncedWrites + 1), dice.Below(TornMax));
        _unsynced = None;
    }

    public long LastSeq(long written)
    {
        // Reading repairs nothing: the next start does, before the eyes of the laws.
        var last = 0L;
        try
        {
            foreach (var entry in JournalReader.Read(_disk, Math.Max(1, written - LostMax)))
            {
                last = entry.Seq;
            }
        }
        catch (JournalCorruptException)
        {
            // The next start says so.
            return written;
        }

        return last;
    }

    private static int None() => 0;
}

using Kobe.Journals;

namespace Kobe.Simulation;

/// <summary>Keeps the events themselves: fast, and a torn line is a lost one.</summary>
internal sealed class EventStore : ISimulatedStore
{
    private readonly MemoryJournalStore _store = new() { KeepsHistory = false };

    public Func<MediumOperation, int>? Fault
    {
        get => _store.Fault;
        set => _store.Fault = value;
    }

    public int Unsynced => _store.Unsynced;

    public OpenedJournal Open() => _store.Open();

    public void Kill() => _store.Crash(_store.Unsynced);

    public void CutPower(Dice dice) => _store.Crash(dice.Below(_store.Unsynced + 1));

    public long LastSeq(long written) => _store.LastSeq;
}

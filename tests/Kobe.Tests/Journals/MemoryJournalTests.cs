using Kobe.Journals;

namespace Kobe.Tests.Journals;

/// <summary>The journal that keeps the events themselves.</summary>
public sealed class MemoryJournalTests : JournalConformance
{
    private readonly MemoryJournalStore _store = new();

    private protected override IJournalStore Store => _store;

    private protected override Func<MediumOperation, int>? Fault
    {
        set => _store.Fault = value;
    }

    private protected override void Crash() => _store.Crash();
}

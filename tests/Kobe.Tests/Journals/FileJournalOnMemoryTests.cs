using Kobe.Journals;

namespace Kobe.Tests.Journals;

/// <summary>The file journal on a medium that forgets at a crash.</summary>
public sealed class FileJournalOnMemoryTests : JournalConformance
{
    private readonly MemoryJournalMedium _medium = new();
    private readonly FaultyMedium _faulty;

    public FileJournalOnMemoryTests() => _faulty = new FaultyMedium(_medium) { SyncFailed = () => _medium.Crash() };

    private protected override IJournalStore Store => new FileJournalStore(_faulty, JournalOptions.Default);

    private protected override Func<MediumOperation, int>? Fault
    {
        set => _faulty.Fault = value;
    }

    private protected override void Crash() => _medium.Crash();
}

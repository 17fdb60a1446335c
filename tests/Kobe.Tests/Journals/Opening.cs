using Kobe.Core.Runs;
using Kobe.Journals;

namespace Kobe.Tests.Journals;

/// <summary>An opened journal with its ledger kept up, as the brain keeps it.</summary>
internal sealed class Opening : IDisposable
{
    private Opening(OpenedJournal opened) => Opened = opened;

    public OpenedJournal Opened { get; }

    public IJournal Journal => Opened.Journal;

    public Ledger Ledger => Opened.Ledger;

    public static Opening Of(IJournalStore store) => new(store.Open());

    public void Write(IEnumerable<RunEvent> events, bool sync = true)
    {
        foreach (var what in events)
        {
            Assert.Null(Ledger.Refusal(what));
            Ledger.Apply(Journal.Append(what), what);
        }

        if (sync)
        {
            Journal.Sync();
        }
    }

    public void Dispose() => Journal.Dispose();
}

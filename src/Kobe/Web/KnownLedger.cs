using Kobe.Core.Runs;
using Kobe.Journals;

namespace Kobe.Web;

/// <summary>The ledger as the journal's files tell it, for those who ask over HTTP.</summary>
/// <param name="journal">The journal's folder.</param>
internal sealed class KnownLedger(string journal)
{
    private readonly Lock gate = new();
    private Ledger? known;
    private long seq = -1;

    /// <summary>The ledger as of a sequence number, or a little later; null when there is no journal that can be
    /// read. It is read once for each number, and never changed.</summary>
    /// <param name="last">The last sequence number that the loop has told of.</param>
    public Ledger? At(long last)
    {
        lock (gate)
        {
            if (seq != last)
            {
                known = Directory.Exists(journal) ? LedgerReader.Read(new FileJournalMedium(journal), out _) : null;
                seq = last;
            }

            return known;
        }
    }
}

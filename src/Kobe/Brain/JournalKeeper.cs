using Kobe.Journals;
using Kobe.Logging;

namespace Kobe.Brain;

/// <summary>Makes a checkpoint now and then, while the lane is free, and lets old journal files go.</summary>
internal sealed class JournalKeeper(BrainState state, IJournal journal, int keepDays, Log log)
{
    // A start reads what lies behind the last checkpoint: some thousands of lines take a few milliseconds.
    private const long LinesMax = 5000;

    private long _last = state.Ledger.Seq;
    private DateOnly _lastDay;

    public void Look()
    {
        var today = DateOnly.FromDateTime(state.Now.UtcDateTime);
        if (state.Lane is not null || state.Book.Problem is not null
            || (state.Ledger.Seq - _last < LinesMax && today == _lastDay))
        {
            return;
        }

        (_last, _lastDay) = (state.Ledger.Seq, today);
        try
        {
            journal.Checkpoint(state.Ledger);
            journal.Compact(state.Ledger, today.AddDays(-keepDays));
        }
        catch (JournalWriteException error)
        {
            log.Warning("journal", $"No checkpoint was made: {error.Message}");
        }
    }
}

using Kobe.Core.Runs;

namespace Kobe.Journals;

/// <summary>A journal that is ready for the next event, and what it says so far.</summary>
/// <param name="Journal">The journal.</param>
/// <param name="Ledger">The fold of all its events.</param>
/// <param name="Checkpoint">The number of the event at whose checkpoint the fold began; 0 without one.</param>
/// <param name="Torn">What was cut off the end; null when nothing was.</param>
/// <param name="Notes">Sentences about what was passed over, such as a checkpoint that does not match.</param>
internal sealed record OpenedJournal(
    IJournal Journal, Ledger Ledger, long Checkpoint, TornTail? Torn, IReadOnlyList<string> Notes);

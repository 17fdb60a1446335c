namespace Kobe.Journals;

/// <summary>Where a journal lives between two openings.</summary>
internal interface IJournalStore
{
    /// <summary>Opens it for writing: repairs a torn end, folds what is there. At most one is open at a time.</summary>
    /// <exception cref="JournalCorruptException">It is damaged; nothing was changed.</exception>
    /// <exception cref="JournalWriteException">It cannot be made durable.</exception>
    OpenedJournal Open();
}

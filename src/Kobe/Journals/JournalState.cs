namespace Kobe.Journals;

/// <summary>Whether a journal takes events.</summary>
internal enum JournalState
{
    /// <summary>It does.</summary>
    Open,

    /// <summary>A write or sync failed so that nobody knows what the disk has: reopen it, which reads it again.</summary>
    Failed,

    /// <summary>It was closed in order.</summary>
    Closed,
}

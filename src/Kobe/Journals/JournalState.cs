namespace Kobe.Journals;

/// <summary>Whether a journal takes events.</summary>
internal enum JournalState
{
    /// <summary>It does.</summary>
    Open,

    /// <summary>A write or sync failed and nobody knows what the disk has: open it again, which reads it.</summary>
    Failed,

    /// <summary>It was closed in order.</summary>
    Closed,
}

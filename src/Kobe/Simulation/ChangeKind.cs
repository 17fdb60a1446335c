namespace Kobe.Simulation;

/// <summary>What became of an occurrence by an edit.</summary>
internal enum ChangeKind
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It is no more.</summary>
    Gone,

    /// <summary>It falls due at another time.</summary>
    Moved,

    /// <summary>It ran, and now expires, is missed, skipped or coalesced.</summary>
    NewlyUnrun,
}

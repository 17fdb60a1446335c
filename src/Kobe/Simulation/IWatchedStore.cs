namespace Kobe.Simulation;

/// <summary>A journal's place, as the laws look at it.</summary>
internal interface IWatchedStore
{
    /// <summary>Events that a crash could still lose.</summary>
    int Unsynced { get; }
}

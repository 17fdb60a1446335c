namespace Kobe.Desk.Backtests;

/// <summary>Why a position was closed.</summary>
public enum ExitCause
{
    /// <summary>The strategy said so.</summary>
    Strategy,

    /// <summary>The protective stop traded.</summary>
    Stop,

    /// <summary>The target traded.</summary>
    Target,

    /// <summary>It was still open at the last bar and is counted at its close.</summary>
    StillOpen,
}

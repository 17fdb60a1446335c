namespace Kobe.Desk.Bars.Synthetic;

/// <summary>The mood of a synthetic market.</summary>
public enum Regime
{
    /// <summary>Rises slowly, moves little.</summary>
    Calm,

    /// <summary>Goes nowhere, moves more.</summary>
    Nervous,

    /// <summary>Falls, and moves much.</summary>
    Crisis,
}

namespace Kobe.Desk.Bars.Quality;

/// <summary>What may be wrong with a series.</summary>
public enum QualityKind
{
    /// <summary>A bar was kept out: it cannot be true, comes twice, or lies where there was no session.</summary>
    KeptOut,

    /// <summary>Sessions without a bar.</summary>
    MissingSessions,

    /// <summary>Bars that are missing within sessions, outside halts that are known.</summary>
    MissingBars,

    /// <summary>A gap so long that the bars before it are probably of another instrument with the same
    /// symbol.</summary>
    EarlierInstrument,

    /// <summary>A split that raw prices show: they must be adjusted before anything is computed over it.</summary>
    Split,

    /// <summary>A step like that of a split, which the factors do not name.</summary>
    UnnamedSplit,

    /// <summary>A split that the factors name and the prices do not show.</summary>
    MissingSplit,

    /// <summary>A price that goes far and comes back at once: more likely a wrong print than a trade.</summary>
    Spike,

    /// <summary>A great step overnight that no split explains; news, or bars of two instruments.</summary>
    Jump,

    /// <summary>The same prices for long: nothing trades, or nobody updates.</summary>
    Frozen,

    /// <summary>The last bar is not that of the last session; within one, it lies behind.</summary>
    Stale,
}

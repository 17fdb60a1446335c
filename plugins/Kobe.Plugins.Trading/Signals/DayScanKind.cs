namespace Kobe.Plugins.Trading.Signals;

/// <summary>Which idea of the day is looked for.</summary>
public enum DayScanKind
{
    /// <summary>Above the range of the first minutes.</summary>
    OpeningRange,

    /// <summary>Opened far above the close before.</summary>
    Gap,

    /// <summary>Rising since the open.</summary>
    Trend,
}

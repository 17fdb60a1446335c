namespace Kobe.Desk.Bars.Quality;

/// <summary>From when on something is worth a finding.</summary>
public static class QualityLimits
{
    /// <summary>So many missing sessions in a row mean another instrument: halts and delistings that are lifted are
    /// shorter, symbols are given anew after longer.</summary>
    public const int EarlierInstrumentSessions = 60;

    /// <summary>How near a step must be to a split's ratio where no factor names it: on the day of a split the price
    /// also moves as on any other.</summary>
    public const double UnnamedSplitTolerance = 0.03;

    /// <summary>How near it must be where a factor names it: the day may be a wild one.</summary>
    public const double NamedSplitTolerance = 0.25;

    /// <summary>An overnight step that is always worth a look, as a fraction.</summary>
    public const double JumpShare = 0.4;

    /// <summary>A spike is at least this far, as a fraction, and at least <see cref="SpikeDeviations"/>.</summary>
    public const double SpikeShare = 0.15;

    /// <summary>A spike is at least so many robust deviations of the series' own moves.</summary>
    public const double SpikeDeviations = 10;

    /// <summary>So many bars of days with the same prices are frozen.</summary>
    public const int FrozenBars = 5;

    /// <summary>Within a session a spike is at least this far, as a fraction, and at least
    /// <see cref="SpikeDeviations"/>.</summary>
    public const double IntradaySpikeShare = 0.03;

    /// <summary>So many bars of a session with the same prices and the same volume are frozen.</summary>
    public const int IntradayFrozenBars = 30;

    /// <summary>Within a session so many bars may be on their way; more are behind.</summary>
    public const int IntradayLateBars = 2;
}

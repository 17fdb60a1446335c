namespace Kobe.Plugins.Trading.Entries;

/// <summary>The way in which ideas are entered.</summary>
public enum EntrySetup
{
    /// <summary>In the opening auction, by plan.</summary>
    Opening,

    /// <summary>In the morning, by plan, once the price is above its opening range.</summary>
    Primary,

    /// <summary>In the last hours, by plan, with the day's trend.</summary>
    Power,

    /// <summary>Near the close, by plan, to hold for days.</summary>
    Swing,

    /// <summary>A broken opening range; closed the same day.</summary>
    OpeningRange,

    /// <summary>A gap that holds; closed the same day.</summary>
    Gap,

    /// <summary>A trend of the day; closed the same day.</summary>
    Trend,
}

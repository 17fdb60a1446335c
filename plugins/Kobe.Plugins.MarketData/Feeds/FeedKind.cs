namespace Kobe.Plugins.MarketData.Feeds;

/// <summary>What a feed brings.</summary>
public enum FeedKind
{
    /// <summary>Headlines.</summary>
    News,

    /// <summary>Values by date, such as interest rates.</summary>
    Series,

    /// <summary>What companies file with the authorities.</summary>
    Filings,

    /// <summary>Papers of researchers.</summary>
    Papers,

    /// <summary>What people write in forums.</summary>
    Forum,
}

using Kobe.Contracts;
using Kobe.Core.Markets;

namespace Kobe.Hosting;

/// <summary>What the market does at an instant, worked out when it is asked for: a simulation never asks.</summary>
internal readonly struct MarketMoment
{
    private readonly object _source;
    private readonly DateTimeOffset _at;

    /// <summary>What a clock says.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="at">The instant (UTC).</param>
    public MarketMoment(MarketClock clock, DateTimeOffset at) => (_source, _at) = (clock, at);

    /// <summary>What is known already.</summary>
    public MarketMoment(MarketContext known) => (_source, _at) = (known, known.Timestamp);

    /// <summary>The context; worked out anew each time.</summary>
    public MarketContext Context => _source is MarketClock clock ? clock.At(_at) : (MarketContext)_source;
}

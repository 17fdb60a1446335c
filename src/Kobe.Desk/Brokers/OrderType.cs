namespace Kobe.Desk.Brokers;

/// <summary>At which price an order may trade.</summary>
public enum OrderType
{
    /// <summary>At the best price there is.</summary>
    Market,

    /// <summary>At the limit price or better.</summary>
    Limit,

    /// <summary>As a market order once the stop price has traded.</summary>
    Stop,

    /// <summary>As a limit order once the stop price has traded.</summary>
    StopLimit,

    /// <summary>As a stop whose price follows the best price since it was placed, in regular hours.</summary>
    TrailingStop,
}

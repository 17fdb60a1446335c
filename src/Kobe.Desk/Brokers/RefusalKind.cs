namespace Kobe.Desk.Brokers;

/// <summary>Why a broker said no, as far as it matters to what comes next.</summary>
public enum RefusalKind
{
    /// <summary>Some other reason; the message says it.</summary>
    Other,

    /// <summary>The keys are wrong or of another environment: nothing will work until a person mends it.</summary>
    Unauthorized,

    /// <summary>There is no such order, position or symbol.</summary>
    NotFound,

    /// <summary>Too many requests in a minute, also after waiting.</summary>
    RateLimited,

    /// <summary>The request itself is wrong, which is a mistake of the program.</summary>
    Invalid,

    /// <summary>The price has more decimals than the exchange takes.</summary>
    SubPenny,

    /// <summary>An order with this client order id is there already.</summary>
    DuplicateClientOrderId,

    /// <summary>The account can't pay for it.</summary>
    BuyingPower,

    /// <summary>The shares aren't there, or open orders hold them.</summary>
    HeldShares,

    /// <summary>It would meet an open order of our own.</summary>
    WashTrade,

    /// <summary>The order has ended already, so it can't be cancelled or replaced.</summary>
    NotOpen,

    /// <summary>The auction takes no orders now.</summary>
    AuctionClosed,

    /// <summary>It would open a short position where none is allowed.</summary>
    Shorting,
}

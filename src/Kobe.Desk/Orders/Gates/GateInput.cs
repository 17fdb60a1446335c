using Kobe.Contracts;
using Kobe.Core.Markets;
using Kobe.Desk.Accounts;
using Kobe.Desk.Brokers;

namespace Kobe.Desk.Orders.Gates;

/// <summary>All that the gates look at; they know nothing else, so that each verdict can be computed again.</summary>
internal sealed record GateInput
{
    public required OrderIntent Intent { get; init; }

    /// <summary>Now (UTC).</summary>
    public required DateTimeOffset Now { get; init; }

    public required RiskLimits Limits { get; init; }

    public required TradingStanding Standing { get; init; }

    /// <summary>What the calendar's rules say of now.</summary>
    public required MarketContext Market { get; init; }

    /// <summary>The date's session; null on a closing.</summary>
    public required Session? Session { get; init; }

    /// <summary>What the broker says of now; null when it could not be asked.</summary>
    public required BrokerClock? Clock { get; init; }

    public required Account? Account { get; init; }

    /// <summary>The symbol's price; null when there is none.</summary>
    public required Quote? Quote { get; init; }

    public required IReadOnlyList<Position> Positions { get; init; }

    public required IReadOnlyList<Order> OpenOrders { get; init; }

    /// <summary>From where losses are counted.</summary>
    public required LossMarks Losses { get; init; }

    /// <summary>The sectors of symbols, by the desk's last entry in each; one that is missing is unknown.</summary>
    public required IReadOnlyDictionary<string, string> Sectors { get; init; }

    /// <summary>The desk's own account.</summary>
    public required AccountLedger Ledger { get; init; }

    /// <summary>The desk's orders.</summary>
    public required OrderRecords Records { get; init; }

    /// <summary>The symbols in which a difference with the broker is unexplained.</summary>
    public required IReadOnlySet<string> Blocked { get; init; }

    /// <summary>The last five dates with a session, today included: for the former rule on day trades.</summary>
    public required IReadOnlyList<DateOnly> LastSessions { get; init; }

    /// <summary>The zone of the exchange's dates.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>The price that the order is judged by: what it may cost at most, dollars a share.</summary>
    public decimal Price => Intent.LimitPrice ?? Intent.StopPrice
        ?? (Quote is { } quote ? Intent.Side == OrderSide.Buy ? quote.Ask : quote.Bid : 0);

    public decimal Equity => Account?.Equity ?? 0;

    public DateOnly DateOf(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);
}

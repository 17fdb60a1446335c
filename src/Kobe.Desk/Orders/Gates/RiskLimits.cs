using Kobe.Core.Markets;

namespace Kobe.Desk.Orders.Gates;

/// <summary>How much the desk may risk. Shares are of equity, 0.01 is one percent.</summary>
public sealed record RiskLimits
{
    /// <summary>The usual limits.</summary>
    public static RiskLimits Default { get; } = new();

    /// <summary>One position's market value, of equity.</summary>
    public decimal PositionShareMax { get; init; } = 0.20m;

    /// <summary>All positions' and open entries' market value, of equity.</summary>
    public decimal ExposureShareMax { get; init; } = 1.00m;

    /// <summary>What one entry loses when its stop is met, of equity.</summary>
    public decimal TradeRiskShareMax { get; init; } = 0.01m;

    /// <summary>The loss since the day began, of the equity then; deposits and withdrawals don't count.</summary>
    public decimal DailyLossShareMax { get; init; } = 0.03m;

    /// <summary>The fall from the highest equity, of that equity; deposits and withdrawals don't count.</summary>
    public decimal DrawdownShareMax { get; init; } = 0.10m;

    /// <summary>Orders that the desk sends within a minute.</summary>
    public int OrdersPerMinuteMax { get; init; } = 10;

    /// <summary>Orders that one row of the schedule sends within a day of New York.</summary>
    public int OrdersPerTaskAndDayMax { get; init; } = 20;

    /// <summary>The market value in one sector, of equity.</summary>
    public decimal SectorShareMax { get; init; } = 0.40m;

    /// <summary>From which correlation on positions count together, 0 to 1.</summary>
    public double CorrelationFrom { get; init; } = 0.7;

    /// <summary>The market value of positions that go together with the new one, of equity.</summary>
    public decimal CorrelatedShareMax { get; init; } = 0.60m;

    /// <summary>How long before an event of the calendar no entry is made.</summary>
    public TimeSpan EventBefore { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long after it.</summary>
    public TimeSpan EventAfter { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How old the price may be on which an entry rests.</summary>
    public TimeSpan QuoteAgeMax { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The rule on day trades.</summary>
    public DayTradePolicy DayTrades { get; init; } = DayTradePolicy.IntradayMargin;

    /// <summary>Stretches of the session without entries.</summary>
    /// <value>The first five and the last five minutes.</value>
    public IReadOnlyList<KillZone> KillZones { get; init; } =
    [
        new("after the open", new(AnchorPoint.Open, TimeSpan.Zero), new(AnchorPoint.Open, TimeSpan.FromMinutes(5))),
        new(
            "before the close", new(AnchorPoint.Close, TimeSpan.FromMinutes(-5)),
            new(AnchorPoint.Close, TimeSpan.Zero)),
    ];
}

using Kobe.Core.Markets;
using Kobe.Desk.Fills;
using Kobe.Desk.Orders.Gates;

namespace Kobe.Desk.Backtests;

/// <summary>The account of a backtest and its conditions.</summary>
public sealed record BacktestSettings
{
    /// <summary>Dollars to begin with.</summary>
    /// <value>100,000, as paper accounts begin.</value>
    public double Cash { get; init; } = 100_000;

    /// <summary>How large positions are made.</summary>
    public Sizing Sizing { get; init; } = new();

    /// <summary>What trading takes.</summary>
    public TradingCosts Costs { get; init; } = new();

    /// <summary>The share of a bar's volume that may be traded; what lies beyond stays undone.</summary>
    /// <value>As the paper account has it, 10 %.</value>
    public double VolumeShareMax { get; init; } = (double)FillRules.VolumeShareMax;

    /// <summary>The limits of the order door, which entries meet as on paper; one without a stop is denied.</summary>
    /// <value>None: what a strategy wants is traded.</value>
    public RiskLimits? Limits { get; init; }

    /// <summary>The exchange's phases and events; limits on bars within a session need it.</summary>
    /// <value>None, for bars of days.</value>
    public MarketClock? Market { get; init; }

    /// <summary>The sectors of symbols, for the limit on one sector; those without one count together.</summary>
    /// <value>None is known.</value>
    public IReadOnlyDictionary<string, string> Sectors { get; init; } = new Dictionary<string, string>();

    /// <summary>From when on trading is allowed; strategies see earlier bars and warm up on them.</summary>
    /// <value>From the first bar on.</value>
    public DateTimeOffset From { get; init; } = DateTimeOffset.MinValue;

    /// <summary>The last instant; later bars are not looked at.</summary>
    /// <value>Up to the last bar.</value>
    public DateTimeOffset To { get; init; } = DateTimeOffset.MaxValue;
}

using Kobe.Desk.Brokers;

namespace Kobe.Desk.Orders;

/// <summary>What a handler wants done; the door decides whether it is.</summary>
public sealed record OrderIntent
{
    /// <summary>The occurrence's key, <c>TaskContext.Key</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Which of the occurrence's orders it is; each has a name of its own.</summary>
    /// <value><c>order</c>.</value>
    public string Leg { get; init; } = "order";

    /// <summary>The schedule's row.</summary>
    public required string Task { get; init; }

    /// <summary>What it is for.</summary>
    public required IntentKind Kind { get; init; }

    /// <summary>The symbol.</summary>
    public required string Symbol { get; init; }

    /// <summary>Which way.</summary>
    public required OrderSide Side { get; init; }

    /// <summary>Shares, above 0.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>At which price.</summary>
    public OrderType Type { get; init; }

    /// <summary>For how long.</summary>
    public TimeInForce TimeInForce { get; init; }

    /// <summary>The limit price, dollars a share; rounded to what the exchange takes, never for the worse.</summary>
    public decimal? LimitPrice { get; init; }

    /// <summary>The stop price.</summary>
    public decimal? StopPrice { get; init; }

    /// <summary>The distance of a trailing stop in percent.</summary>
    public decimal? TrailPercent { get; init; }

    /// <summary>Whether it also works before the open and after the close; limit and day orders only.</summary>
    public bool ExtendedHours { get; init; }

    /// <summary>The limit of a take-profit that comes with it; with <see cref="StopLoss"/> it makes a
    /// bracket.</summary>
    public decimal? TakeProfit { get; init; }

    /// <summary>The stop price of a stop-loss that comes with it.</summary>
    public decimal? StopLoss { get; init; }

    /// <summary>The price at which an entry is to be given up, when no stop-loss comes with it: the risk is measured
    /// by it.</summary>
    public decimal? PlannedStop { get; init; }

    /// <summary>The sector of the symbol; the gate on sectors puts those without one together.</summary>
    public string Sector { get; init; } = "";

    /// <summary>Whether the row lists the present phase by name, as entries near the auctions must.</summary>
    public bool NamesPhase { get; init; }

    /// <summary>How the symbol's returns go with those of others, −1 to 1; what is not listed counts as 1.</summary>
    public IReadOnlyDictionary<string, double> Correlations { get; init; } = NoCorrelations;

    private static IReadOnlyDictionary<string, double> NoCorrelations { get; } = new Dictionary<string, double>();

    /// <summary>The stop by which the risk is measured: the one that comes along, else the planned one.</summary>
    public decimal? RiskStop => StopLoss ?? PlannedStop;
}

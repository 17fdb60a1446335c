using Kobe.Plugins.Trading.Desks;

namespace Kobe.Plugins.Trading.Plans;

/// <summary>What may be lost today: the fact <c>risk.today</c>. Dollars, but for the counts and the share.</summary>
/// <param name="Date">The date.</param>
/// <param name="Equity">What the account is worth.</param>
/// <param name="LossLimit">At this loss of the day, entries stop.</param>
/// <param name="TradeRisk">What one entry may lose at its stop.</param>
/// <param name="PositionsMax">How many positions at once.</param>
/// <param name="ExposureCap">All positions, as a share of equity.</param>
/// <param name="Scale">By what regime and drawdown made it smaller, 0 to 1.</param>
/// <param name="Why">How the scale came about.</param>
internal sealed record RiskBudget(
    string Date, decimal Equity, decimal LossLimit, decimal TradeRisk, int PositionsMax, decimal ExposureCap,
    decimal Scale, string Why)
{
    private const decimal DrawdownFrom = 0.05m;

    /// <summary>Makes the budget of a date.</summary>
    /// <param name="date">The date.</param>
    /// <param name="equity">Equity now, in dollars.</param>
    /// <param name="money">What the account had.</param>
    /// <param name="regime">The regime's word; empty when none is known.</param>
    /// <param name="regimeCap">The regime's cap on exposure as a share; null when none is known.</param>
    /// <param name="arguments">The row's limits, in percent.</param>
    public static RiskBudget Of(
        string date, decimal equity, DayMoney money, string regime, decimal? regimeCap, RiskBudgetArguments arguments)
    {
        var byRegime = regime switch { "BEAR" => 0.5m, "CHOP" => 0.75m, _ => 1m };
        var fall = money.Peak > 0 ? 1 - (equity / money.Peak) : 0;
        // Half the risk while the account lies more than five percent below its top: losses come in runs.
        var byFall = fall > DrawdownFrom ? 0.5m : 1m;
        var scale = byRegime * byFall;
        var cap = Math.Min((decimal)arguments.Exposure / 100, regimeCap ?? 1);
        var word = regime.Length == 0 ? "unknown" : regime;
        return new(
            date, decimal.Round(equity, 2), decimal.Round(equity * (decimal)arguments.DayLoss / 100, 2),
            decimal.Round(equity * (decimal)arguments.TradeRisk / 100 * scale, 2), arguments.Positions,
            decimal.Round(cap, 4), scale,
            FormattableString.Invariant(
                $"regime {word} x{byRegime}, {fall * 100:0.##} % below the top x{byFall}"));
    }
}

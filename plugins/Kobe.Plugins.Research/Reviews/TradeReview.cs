using Kobe.Desk.Studies;

namespace Kobe.Plugins.Research.Reviews;

/// <summary>One closed trade against its plan.</summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Strategy">The strategy.</param>
/// <param name="Multiple">What it made for each dollar at risk, or null without a stop.</param>
/// <param name="Kept">Which share of its best profit was taken, or null when it never had any.</param>
/// <param name="Heat">How much of the planned risk it stood against at worst, or null without a stop.</param>
/// <param name="Faults">What was not as planned, in words of the list.</param>
internal sealed record TradeReview(
    string Symbol, string Strategy, double? Multiple, double? Kept, double? Heat, IReadOnlyList<string> Faults)
{
    /// <summary>The trade had no stop.</summary>
    public const string NoStop = "no stop";

    /// <summary>It lost more than its stop allowed.</summary>
    public const string BeyondStop = "lost more than its stop";

    /// <summary>It gave back most of a profit of more than its risk.</summary>
    public const string GivenBack = "gave a profit back";

    /// <summary>Nobody said which idea it was.</summary>
    public const string NoStrategy = "no strategy";

    // A stop order pays slippage; a tenth of the risk is within what is normal.
    private const double StopRoom = 1.1;

    /// <summary>Reviews a trade.</summary>
    public static TradeReview Of(TradeLine trade)
    {
        var (multiple, risk) = (trade.Multiple, trade.Risk);
        double? kept = trade.Mfe > 0 ? Math.Round(trade.Gain / trade.Mfe, 3) : null;
        double? heat = risk is { } dollars ? Math.Round(-trade.Mae / dollars, 3) : null;
        var faults = new List<string>();
        if (risk is null)
        {
            faults.Add(NoStop);
        }

        if (multiple < -StopRoom)
        {
            faults.Add(BeyondStop);
        }

        if (risk is { } planned && trade.Mfe > planned && trade.Gain <= 0)
        {
            faults.Add(GivenBack);
        }

        if (string.IsNullOrEmpty(trade.Strategy))
        {
            faults.Add(NoStrategy);
        }

        return new(
            trade.Symbol, trade.Strategy ?? "", multiple is { } made ? Math.Round(made, 3) : null, kept, heat, faults);
    }
}

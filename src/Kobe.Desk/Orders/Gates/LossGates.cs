using System.Globalization;

namespace Kobe.Desk.Orders.Gates;

/// <summary>The gates on what was lost. Deposits and withdrawals are neither profit nor loss.</summary>
internal static class LossGates
{
    public static Verdict DailyLoss(GateInput input)
    {
        var (start, moved) = (input.Losses.DayStart, input.Losses.MovedToday);
        return Verdict.Compare(
            "daily_loss", "loss of the day in dollars", Math.Max(0, start + moved - input.Equity),
            start * input.Limits.DailyLossShareMax,
            string.Create(
                CultureInfo.InvariantCulture,
                $"began with {start:0.##}, moved in {moved:0.##}, now {input.Equity:0.##}; "
                + $"{input.Limits.DailyLossShareMax * 100:0.##} %"));
    }

    public static Verdict Drawdown(GateInput input)
    {
        var now = input.Equity - input.Losses.NetTransfers;
        var peak = Math.Max(now, input.Losses.Peak);
        return Verdict.Compare(
            "drawdown", "fall from the highest equity in dollars", peak - now,
            peak * input.Limits.DrawdownShareMax,
            string.Create(
                CultureInfo.InvariantCulture,
                $"highest {peak:0.##}, now {now:0.##}; {input.Limits.DrawdownShareMax * 100:0.##} %"));
    }
}

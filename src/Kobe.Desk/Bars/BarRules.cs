using System.Globalization;

namespace Kobe.Desk.Bars;

/// <summary>What can be said against a bar without looking at any other.</summary>
public static class BarRules
{
    /// <summary>Why a bar cannot be true, as a sentence; null when nothing speaks against it.</summary>
    /// <param name="bar">The bar.</param>
    public static string? Problem(in Bar bar)
    {
        var (low, high) = (bar.Low, bar.High);
        if (!IsPrice(bar.Open) || !IsPrice(high) || !IsPrice(low) || !IsPrice(bar.Close))
        {
            return "A price is zero, negative or beyond belief.";
        }

        if (low > high || bar.Open < low || bar.Open > high || bar.Close < low || bar.Close > high)
        {
            return "High and low do not hold open and close between them.";
        }

        return bar.Volume >= 0 && double.IsFinite(bar.Volume) ? null : "The volume is negative or no number.";
    }

    /// <summary>Prices and volume as text, for messages.</summary>
    /// <param name="bar">The bar.</param>
    public static string Text(in Bar bar) => string.Create(
        CultureInfo.InvariantCulture,
        $"{bar.Start:yyyy-MM-dd HH:mm}Z o={bar.Open} h={bar.High} l={bar.Low} c={bar.Close} v={bar.Volume}");

    // Comparisons with NaN are false, so that it is no price either.
    private static bool IsPrice(double value) => value is > 0 and <= DeskLimits.PriceMax;
}

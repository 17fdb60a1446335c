namespace Kobe.Desk.Bars.Factors;

/// <summary>A split, a dividend or both, between two sessions.</summary>
/// <param name="LastDate">The last session before it; the next one trades without what was given.</param>
/// <param name="SplitRatio">Shares afterwards for one share before: 4 for a 4-for-1 split, 0.125 for one of 1 for 8.
/// </param>
/// <param name="PriceRatio">What a dividend leaves of the price: (close − dividend) / close; 1 without one.</param>
/// <param name="Reference">The raw close before it; 0 or 1 when unknown.</param>
public readonly record struct CorporateAction(
    DateOnly LastDate, double SplitRatio, double PriceRatio, double Reference)
{
    /// <summary>Whether shares changed in number.</summary>
    public bool IsSplit => SplitRatio != 1;

    /// <summary>Whether something was paid.</summary>
    public bool IsDividend => PriceRatio != 1;

    /// <summary>What was paid for one share of <see cref="LastDate"/>, in price units; 0 when the close before is
    /// unknown.</summary>
    public double Dividend => Reference > 1 ? Reference * (1 - PriceRatio) : 0;
}

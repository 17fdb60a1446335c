namespace Kobe.Desk.Bars.Factors;

/// <summary>By what raw prices up to a date are multiplied to make them comparable with the newest.</summary>
/// <param name="Until">The last session date for which the factors hold.</param>
/// <param name="Price">The part that dividends paid after the date leave, above 0 and at most about 1.</param>
/// <param name="Split">The shares of the date in one share of the newest, above 0: 0.25 before a 4-for-1 split.</param>
/// <param name="Reference">The raw close before the event that the row's end marks; 0 or 1 when unknown.</param>
public readonly record struct FactorRow(DateOnly Until, double Price, double Split, double Reference)
{
    /// <summary>Both factors together.</summary>
    public double Both => Price * Split;
}

namespace Kobe.Desk.Bars;

/// <summary>What was done to the prices of a series; raw and adjusted prices must never meet in one series.</summary>
public enum Adjustment
{
    /// <summary>Prices as they were paid on the day.</summary>
    Raw,

    /// <summary>Prices and volumes divided through by later splits.</summary>
    Split,

    /// <summary>Prices divided through by later splits and lowered by later dividends.</summary>
    All,
}

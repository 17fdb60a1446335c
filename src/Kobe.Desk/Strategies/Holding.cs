namespace Kobe.Desk.Strategies;

/// <summary>What is held of one symbol, as its strategy sees it.</summary>
/// <param name="Quantity">Shares; negative when short, 0 when flat.</param>
/// <param name="EntryPrice">The mean price paid, in the prices of the bars; NaN when flat.</param>
/// <param name="Stop">Where the protective stop lies; NaN without one.</param>
/// <param name="Bars">Complete bars since the entry, its own included; 0 when flat.</param>
public readonly record struct Holding(double Quantity, double EntryPrice, double Stop, int Bars)
{
    /// <summary>Nothing is held.</summary>
    public static Holding Flat { get; } = new(0, double.NaN, double.NaN, 0);

    /// <summary>Whether nothing is held.</summary>
    public bool IsFlat => Quantity == 0;
}

using Kobe.Contracts;

namespace Kobe.Plugins.Trading.Signals;

/// <summary>What is scanned.</summary>
/// <param name="WarmUp">Bars that a strategy sees.</param>
/// <param name="PriceMin">The least price.</param>
/// <param name="DollarVolumeMin">The least mean turnover of twenty sessions.</param>
/// <param name="Fresh">Bars within which a decision counts.</param>
public sealed record SwingSignalsArguments(
    [Argument("How many daily bars each strategy sees, the last one included.")] int WarmUp = 400,
    [Argument("Cheaper symbols are left out.", Unit = "dollars")] double PriceMin = 5,
    [Argument("Symbols with less turnover a day, on average of twenty, are left out.", Unit = "dollars")]
    double DollarVolumeMin = 2_000_000,
    [Argument("An entry that was decided within so many bars counts while its price has not run away.")]
    int Fresh = 3);

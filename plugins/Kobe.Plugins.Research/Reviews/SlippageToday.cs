namespace Kobe.Plugins.Research.Reviews;

/// <summary>The fact <c>slippage.today</c>.</summary>
/// <param name="Date">The date.</param>
/// <param name="Fills">How many fills.</param>
/// <param name="Mean">The mean cost in basis points, by value.</param>
/// <param name="Worst">The worst cost.</param>
internal sealed record SlippageToday(string Date, int Fills, double Mean, double Worst);

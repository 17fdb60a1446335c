namespace Kobe.Plugins.Research.Planning;

/// <summary>A price at which a symbol turned.</summary>
/// <param name="Price">The price.</param>
/// <param name="Touches">How often.</param>
internal sealed record PriceLevel(double Price, int Touches);

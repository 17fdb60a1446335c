namespace Kobe.Plugins.Research.Planning;

/// <summary>How a sector does against the market.</summary>
/// <param name="Sector">The sector.</param>
/// <param name="Symbols">How many symbols it has.</param>
/// <param name="Change">The mean return of its symbols, as a logarithm.</param>
/// <param name="Relative">That less the mean of all symbols.</param>
/// <param name="Above">The share of its symbols above their mean of 50 sessions.</param>
internal sealed record SectorStrength(string Sector, int Symbols, double Change, double Relative, double Above);

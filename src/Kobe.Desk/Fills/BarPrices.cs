using System.Numerics;

namespace Kobe.Desk.Fills;

/// <summary>The prices of one bar, in dollars a share.</summary>
/// <typeparam name="T">decimal for money, double for backtests.</typeparam>
/// <param name="Open">The first.</param>
/// <param name="High">The highest.</param>
/// <param name="Low">The lowest.</param>
/// <param name="Close">The last.</param>
public readonly record struct BarPrices<T>(T Open, T High, T Low, T Close)
    where T : struct, INumber<T>;

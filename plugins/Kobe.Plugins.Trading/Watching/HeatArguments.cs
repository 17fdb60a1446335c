using Kobe.Contracts;

namespace Kobe.Plugins.Trading.Watching;

/// <summary>How much of one kind is too much.</summary>
/// <param name="Sector">One sector.</param>
/// <param name="Together">What moves together.</param>
/// <param name="From">From which correlation on.</param>
public sealed record HeatArguments(
    [Argument("The most of one sector, of equity.", Unit = "%")] double Sector = 40,
    [Argument("The most of what moves together, of equity.", Unit = "%")] double Together = 60,
    [Argument("From which correlation of sixty days on positions count together.")] double From = 0.7);

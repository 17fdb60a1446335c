namespace Kobe.Desk.Backtests.Measures;

/// <summary>Between which values a figure lies with some confidence.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="High">The upper end.</param>
public readonly record struct Interval(double Low, double High);

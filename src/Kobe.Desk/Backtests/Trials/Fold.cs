namespace Kobe.Desk.Backtests.Trials;

/// <summary>One cut of time: where parameters are chosen, and where they are proved. All are ends of days
/// (UTC).</summary>
/// <param name="TrainFrom">The first day of the learning.</param>
/// <param name="TrainTo">The last day of the learning.</param>
/// <param name="TestFrom">The first day of the proof.</param>
/// <param name="TestTo">The last day of the proof.</param>
public sealed record Fold(
    DateTimeOffset TrainFrom, DateTimeOffset TrainTo, DateTimeOffset TestFrom, DateTimeOffset TestTo);

namespace Kobe.Contracts;

/// <summary>Something known beforehand that falls on a date.</summary>
/// <param name="Name">What it is, for people.</param>
/// <param name="At">When it happens, as an instant with the exchange's offset.</param>
/// <param name="Confirmed">Whether its source has announced it as final.</param>
public sealed record MarketEvent(string Name, DateTimeOffset At, bool Confirmed);

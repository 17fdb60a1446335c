namespace Kobe.Desk.Brokers;

/// <summary>A trading day as a broker tells it: wall-clock times in New York.</summary>
/// <param name="Date">The date.</param>
/// <param name="Open">The regular open.</param>
/// <param name="Close">The regular close.</param>
/// <param name="SessionOpen">The start of trading before the open.</param>
/// <param name="SessionClose">The end of trading after the close.</param>
public sealed record BrokerDay(
    DateOnly Date, TimeOnly Open, TimeOnly Close, TimeOnly SessionOpen, TimeOnly SessionClose);

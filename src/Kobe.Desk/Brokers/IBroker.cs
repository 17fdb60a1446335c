namespace Kobe.Desk.Brokers;

/// <summary>All that a broker is asked for. Paper and live differ in what stands behind it, not in the way to
/// it.</summary>
internal interface IBroker : IOrderRouting, IAccountReader, IExchangeReader;

namespace Kobe.Desk.Brokers;

/// <summary>All that a broker is asked for. Paper and live differ in what stands behind it, not in the way to
/// it.</summary>
internal interface IBroker : IOrderRouting, IAccountReader, IExchangeReader
{
    /// <summary>What happens to orders from now on; it ends when the line breaks, and nothing is told twice on
    /// purpose.</summary>
    IAsyncEnumerable<OrderEvent> ListenAsync(CancellationToken cancellation);
}

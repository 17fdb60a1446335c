namespace Kobe.Desk.Brokers;

/// <summary>What a broker says about the exchange; a cross-check of the calendar's rules.</summary>
public interface IExchangeReader
{
    /// <summary>The broker's now, and whether the regular session is on.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    Task<BrokerReply<BrokerClock>> ClockAsync(CancellationToken cancellation);

    /// <summary>The days with a session; closings are absent.</summary>
    /// <param name="from">The first date in New York.</param>
    /// <param name="to">The last date.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task<BrokerReply<IReadOnlyList<BrokerDay>>> CalendarAsync(
        DateOnly from, DateOnly to, CancellationToken cancellation);

    /// <summary>The best prices of a symbol.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task<BrokerReply<Quote>> QuoteAsync(string symbol, CancellationToken cancellation);
}

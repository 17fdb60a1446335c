namespace Kobe.Desk.Brokers;

/// <summary>Looks at an account and changes nothing.</summary>
public interface IAccountReader
{
    /// <summary>Money and permissions.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    Task<BrokerReply<Account>> AccountAsync(CancellationToken cancellation);

    /// <summary>What is held, by symbol.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    Task<BrokerReply<IReadOnlyList<Position>>> PositionsAsync(CancellationToken cancellation);

    /// <summary>All orders that haven't ended, those that wait for an entry included; oldest first.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    Task<BrokerReply<IReadOnlyList<Order>>> OpenOrdersAsync(CancellationToken cancellation);

    /// <summary>One order, with its legs.</summary>
    /// <param name="id">The broker's id.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task<BrokerReply<Order>> OrderAsync(string id, CancellationToken cancellation);

    /// <summary>One order by our own id: the question that resolves an unclear end.</summary>
    /// <param name="clientOrderId">Our id.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task<BrokerReply<Order>> FindOrderAsync(string clientOrderId, CancellationToken cancellation);

    /// <summary>What moved money or shares since an instant, oldest first.</summary>
    /// <param name="after">Movements later than this (UTC).</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task<BrokerReply<IReadOnlyList<Activity>>> ActivitiesAsync(DateTimeOffset after, CancellationToken cancellation);

    /// <summary>What happens to the account's orders from now on, also to those that others placed.</summary>
    /// <remarks>
    /// A line that breaks is connected again, and what was missed meanwhile is looked up: each thing is told once, and
    /// an order's state never goes back. Several fills that were missed are told as one with their mean price; the
    /// ledger books each by itself. It is news to act on sooner, not the record: that is
    /// <see cref="ActivitiesAsync"/>.
    /// </remarks>
    /// <param name="cancellation">Ends the listening.</param>
    /// <returns>Events without end, until the listening is cancelled.</returns>
    /// <exception cref="UnauthorizedAccessException">The broker refuses the keys.</exception>
    IAsyncEnumerable<OrderEvent> ListenAsync(CancellationToken cancellation);
}

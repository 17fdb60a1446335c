namespace Kobe.Desk.Brokers;

/// <summary>Changes orders and positions. Only the order door and the flattening hold one (docs/desk.md).</summary>
internal interface IOrderRouting
{
    /// <summary>Sends an order once. An unclear end must be resolved by the client order id before it is sent
    /// again.</summary>
    Task<BrokerReply<Order>> SubmitAsync(OrderRequest request, CancellationToken cancellation);

    /// <summary>Puts a new order in an open one's place; the answer is the new one.</summary>
    Task<BrokerReply<Order>> ReplaceAsync(string id, OrderChange change, CancellationToken cancellation);

    /// <summary>Asks for an order to be taken back; the answer says that it was asked, not that it is done.</summary>
    Task<BrokerReply<bool>> CancelAsync(string id, CancellationToken cancellation);

    /// <summary>Closes a position at the market, whole when no quantity is given.</summary>
    Task<BrokerReply<Order>> ClosePositionAsync(string symbol, decimal? quantity, CancellationToken cancellation);
}

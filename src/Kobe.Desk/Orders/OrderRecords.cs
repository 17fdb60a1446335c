namespace Kobe.Desk.Orders;

/// <summary>The desk's orders by client order id and by the broker's ids: the fold of the order log.</summary>
internal sealed class OrderRecords
{
    private readonly Dictionary<string, OrderRecord> _byClientId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _clientIds = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];

    /// <summary>All, in the order in which they were first intended.</summary>
    public IEnumerable<OrderRecord> All => _order.Select(id => _byClientId[id]);

    public OrderRecord? Find(string clientOrderId) => _byClientId.GetValueOrDefault(clientOrderId);

    /// <summary>The record of an order, or of the order that brought this leg.</summary>
    public OrderRecord? OfOrder(string orderId) =>
        _clientIds.TryGetValue(orderId, out var clientId) ? _byClientId[clientId] : null;

    /// <summary>The sector of each symbol, as the last entry in it that was sent had it.</summary>
    public IReadOnlyDictionary<string, string> Sectors()
    {
        var sectors = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var record in All.Where(record => record.Kind == IntentKind.Entry && record.WasSent))
        {
            sectors[record.Request.Symbol] = record.Sector;
        }

        return sectors;
    }

    public void Put(OrderRecord record)
    {
        var id = record.Request.ClientOrderId;
        if (!_byClientId.ContainsKey(id))
        {
            _order.Add(id);
        }

        _byClientId[id] = record;
        foreach (var orderId in record.OrderIds)
        {
            _clientIds[orderId] = id;
        }
    }
}

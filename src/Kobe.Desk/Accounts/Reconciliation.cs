using System.Collections.Immutable;
using Kobe.Desk.Brokers;
using Kobe.Desk.Orders;

namespace Kobe.Desk.Accounts;

/// <summary>Compares what the desk knows with what the broker says.</summary>
/// <param name="Findings">The differences, in order of symbol, kind and id.</param>
public sealed record Reconciliation(ImmutableArray<Finding> Findings)
{
    /// <summary>The symbols in which no entry is allowed until the difference is explained, in order.</summary>
    public IEnumerable<string> BlockedSymbols =>
        Findings.Where(finding => finding.BlocksEntries).Select(finding => finding.Symbol).Distinct();

    /// <summary>Compares, and changes nothing: equal arguments give equal findings in equal order.</summary>
    /// <param name="ledger">What the desk has booked.</param>
    /// <param name="records">The orders that the desk has sent.</param>
    /// <param name="positions">What the broker says is held.</param>
    /// <param name="open">What the broker says is open.</param>
    internal static Reconciliation Of(
        AccountLedger ledger, OrderRecords records, IReadOnlyList<Position> positions, IReadOnlyList<Order> open)
    {
        var findings = Quantities(ledger, positions)
            .Concat(Fills(ledger))
            .Concat(OpenOrders(records, open))
            .Concat(Missing(records, open));
        return new([
            .. findings.OrderBy(one => one.Symbol, StringComparer.Ordinal).ThenBy(one => one.Kind)
                .ThenBy(one => one.Id, StringComparer.Ordinal),
        ]);
    }

    private static IEnumerable<Finding> Quantities(AccountLedger ledger, IReadOnlyList<Position> positions)
    {
        var said = positions.ToDictionary(one => one.Symbol, one => one.Quantity, StringComparer.Ordinal);
        foreach (var symbol in ledger.Symbols.Union(said.Keys, StringComparer.Ordinal))
        {
            var (ours, theirs) = (ledger.QuantityOf(symbol), said.GetValueOrDefault(symbol));
            if (ours != theirs)
            {
                var (shown, told) = (Refusals.Text(theirs), Refusals.Text(ours));
                yield return new(
                    $"discrepancy {symbol} {shown} {told}", FindingKind.Discrepancy, symbol,
                    $"The broker holds {shown} {symbol}, the fills make {told}. "
                    + "Entries in it are blocked until the difference is explained.");
            }
        }
    }

    private static IEnumerable<Finding> Fills(AccountLedger ledger)
    {
        var held = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var fill in ledger.Fills)
        {
            var before = held.GetValueOrDefault(fill.Symbol);
            var signed = fill.Side == OrderSide.Buy ? fill.Quantity : -fill.Quantity;
            held[fill.Symbol] = before + signed;
            if (fill.IsExternal)
            {
                var closes = before != 0 && before > 0 != signed > 0;
                yield return new(
                    $"external {fill.Id}", closes ? FindingKind.ExternalClose : FindingKind.ExternalTrade, fill.Symbol,
                    $"{Refusals.Text(fill.Quantity)} {fill.Symbol} were "
                    + $"{(fill.Side == OrderSide.Buy ? "bought" : "sold")} outside the desk"
                    + $"{(closes ? ": what the desk meant to do with them is over" : "")}.");
            }
        }
    }

    private static IEnumerable<Finding> OpenOrders(OrderRecords records, IReadOnlyList<Order> open) =>
        from order in open
        where records.OfOrder(order.Id) is null && records.Find(order.ClientOrderId) is null
        select new Finding(
            $"external order {order.Id}", FindingKind.ExternalOrder, order.Symbol,
            $"The order {order.ClientOrderId} ({OrderWords.Of(order.Side)} "
            + $"{Refusals.Text(order.Quantity ?? order.Notional ?? 0)} {order.Symbol}) is not the desk's. "
            + "It is left alone.");

    private static IEnumerable<Finding> Missing(OrderRecords records, IReadOnlyList<Order> open)
    {
        // By the broker's ids: a filled entry goes on working in its stop, which has a client id of its own.
        var there = open.SelectMany(order => order.Legs.Append(order)).Select(order => order.Id)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var record in records.All)
        {
            var (id, symbol) = (record.Request.ClientOrderId, record.Request.Symbol);
            if (record.IsInDoubt)
            {
                yield return new(
                    $"unresolved {id}", FindingKind.UnresolvedOrder, symbol,
                    $"It is not known whether the order {id} exists. Entries in {symbol} are blocked until it is.");
            }
            else if (record.IsWorking && !record.OrderIds.Any(there.Contains))
            {
                yield return new(
                    $"missing {id}", FindingKind.MissingOrder, symbol,
                    $"The order {id} is not open at the broker any more: it has ended without the desk.");
            }
        }
    }
}

using Kobe.Desk.Brokers;

namespace Kobe.Desk.Accounts;

/// <summary>The desk's own account of money and shares: the fold of its entries, in exact decimal numbers.</summary>
/// <remarks>
/// Lots are closed first in, first out. Each entry is booked once, by its id. At any time
/// <c>cash + Σ cost = start + adopted cost + transfers + realised + dividends + interest − fees</c>, to the last
/// decimal: a lot that is closed in part gives its cost in two parts whose sum it was.
/// </remarks>
public sealed class AccountLedger
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, List<Lot>> _lots = new(StringComparer.Ordinal);
    private readonly Dictionary<string, decimal> _marks = new(StringComparer.Ordinal);
    private readonly List<ClosedTrade> _closed = [];
    private readonly List<EquityPoint> _curve = [];
    private readonly List<LedgerEntry.Traded> _fills = [];

    /// <summary>Cash, in dollars.</summary>
    public decimal Cash { get; private set; }

    /// <summary>The cash at the beginning.</summary>
    public decimal StartCash { get; private set; }

    /// <summary>What the positions had cost that were there at the beginning.</summary>
    public decimal AdoptedCost { get; private set; }

    /// <summary>Money brought in less money taken out.</summary>
    public decimal NetTransfers { get; private set; }

    /// <summary>Profits less losses of what was closed, before fees.</summary>
    public decimal Realised { get; private set; }

    /// <summary>Fees paid, positive.</summary>
    public decimal Fees { get; private set; }

    /// <summary>Dividends received less those paid on short positions.</summary>
    public decimal Dividends { get; private set; }

    /// <summary>Interest received less interest paid.</summary>
    public decimal Interest { get; private set; }

    /// <summary>Whether the ledger has begun.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>When the ledger began (UTC); what moved before is in its first entries.</summary>
    public DateTimeOffset Began { get; private set; }

    /// <summary>When the last entry happened (UTC).</summary>
    public DateTimeOffset LastAt { get; private set; }

    /// <summary>What was closed, in order.</summary>
    public IReadOnlyList<ClosedTrade> Closed => _closed;

    /// <summary>The fills, in order.</summary>
    public IReadOnlyList<LedgerEntry.Traded> Fills => _fills;

    /// <summary>The equity at the instants at which it was valued, in order.</summary>
    public IReadOnlyList<EquityPoint> EquityCurve => _curve;

    /// <summary>The symbols that are held, in order.</summary>
    public IEnumerable<string> Symbols => _lots.Keys;

    /// <summary>What everything that is held has cost, in dollars; short positions count negative.</summary>
    public decimal TotalCost => _lots.Values.Sum(lots => lots.Sum(lot => lot.Cost));

    /// <summary>What everything that is held is worth at the last prices, in dollars.</summary>
    public decimal MarketValue => _lots.Sum(pair => pair.Value.Sum(lot => lot.Quantity) * PriceOf(pair.Key));

    /// <summary>Profit of what is held at the last prices, in dollars.</summary>
    public decimal Unrealised => MarketValue - TotalCost;

    /// <summary>Cash and what is held, in dollars.</summary>
    public decimal Equity => Cash + MarketValue;

    /// <summary>The lots of a symbol, oldest first.</summary>
    /// <param name="symbol">The symbol.</param>
    public IReadOnlyList<Lot> LotsOf(string symbol) => _lots.TryGetValue(symbol, out var lots) ? lots : [];

    /// <summary>Shares held of a symbol; negative when short.</summary>
    /// <param name="symbol">The symbol.</param>
    public decimal QuantityOf(string symbol) => LotsOf(symbol).Sum(lot => lot.Quantity);

    /// <summary>The last price that is known of a symbol, dollars a share; 0 when none is.</summary>
    /// <param name="symbol">The symbol.</param>
    public decimal PriceOf(string symbol) => _marks.GetValueOrDefault(symbol);

    /// <summary>Whether an entry is booked.</summary>
    /// <param name="id">The entry's id.</param>
    public bool Has(string id) => _ids.Contains(id);

    /// <summary>Books an entry; false when it was booked before.</summary>
    /// <param name="entry">The entry.</param>
    public bool Book(LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (!_ids.Add(entry.Id))
        {
            return false;
        }

        LastAt = entry.At > LastAt ? entry.At : LastAt;
        switch (entry)
        {
            case LedgerEntry.Opened opened:
                (StartCash, Cash, IsOpen, Began) = (opened.Cash, opened.Cash, true, opened.At);
                break;
            case LedgerEntry.Adopted adopted:
                Adopt(adopted);
                break;
            case LedgerEntry.Traded traded:
                Trade(traded);
                break;
            case LedgerEntry.Moved moved:
                Move(moved);
                break;
            case LedgerEntry.Split split:
                Divide(split);
                break;
            case LedgerEntry.Marked marked:
                Mark(marked.Symbol, marked.Price);
                break;
            case LedgerEntry.Valued valued:
                _curve.Add(new(valued.At, Equity, NetTransfers));
                break;
        }

        return true;
    }

    private void Adopt(LedgerEntry.Adopted adopted)
    {
        var price = adopted.Cost / adopted.Quantity;
        AdoptedCost += adopted.Cost;
        LotsFor(adopted.Symbol).Add(new(adopted.At, adopted.Quantity, adopted.Cost, null, price, price));
        _marks.TryAdd(adopted.Symbol, price);
    }

    private void Trade(LedgerEntry.Traded traded)
    {
        var signed = traded.Side == OrderSide.Buy ? traded.Quantity : -traded.Quantity;
        Cash -= signed * traded.Price;
        _fills.Add(traded);
        Mark(traded.Symbol, traded.Price);
        var lots = LotsFor(traded.Symbol);
        while (signed != 0 && lots.Count > 0 && lots[0].Quantity > 0 != signed > 0)
        {
            signed = CloseFrom(lots, signed, traded);
        }

        if (signed != 0)
        {
            lots.Add(new(traded.At, signed, signed * traded.Price, traded.Stop, traded.Price, traded.Price));
        }

        if (lots.Count == 0)
        {
            _lots.Remove(traded.Symbol);
        }
    }

    private decimal CloseFrom(List<Lot> lots, decimal signed, LedgerEntry.Traded traded)
    {
        var lot = lots[0];
        var closing = Math.Abs(signed) < Math.Abs(lot.Quantity) ? -signed : lot.Quantity;
        var cost = closing == lot.Quantity ? lot.Cost : lot.Cost * (closing / lot.Quantity);
        var trade = new ClosedTrade(
            traded.Symbol, lot.OpenedAt, traded.At, closing, cost, closing * traded.Price, lot.Stop, lot.Lowest,
            lot.Highest);
        Realised += trade.Profit;
        _closed.Add(trade);
        if (closing == lot.Quantity)
        {
            lots.RemoveAt(0);
        }
        else
        {
            lots[0] = lot with { Quantity = lot.Quantity - closing, Cost = lot.Cost - cost };
        }

        return signed + closing;
    }

    private void Move(LedgerEntry.Moved moved)
    {
        Cash += moved.Amount;
        switch (moved.Kind)
        {
            case ActivityKind.Fee:
                Fees -= moved.Amount;
                break;
            case ActivityKind.Dividend:
                Dividends += moved.Amount;
                break;
            case ActivityKind.Interest:
                Interest += moved.Amount;
                break;
            default:
                NetTransfers += moved.Amount;
                break;
        }
    }

    // The cost stays; shares and prices change by the ratio, and the stop with them.
    private void Divide(LedgerEntry.Split split)
    {
        var held = QuantityOf(split.Symbol);
        if (held == 0)
        {
            return;
        }

        var ratio = (held + split.Change) / held;
        var lots = LotsFor(split.Symbol);
        for (var i = 0; i < lots.Count; i++)
        {
            lots[i] = lots[i] with
            {
                Quantity = lots[i].Quantity * ratio,
                Stop = lots[i].Stop / ratio,
                Lowest = lots[i].Lowest / ratio,
                Highest = lots[i].Highest / ratio,
            };
        }

        _marks[split.Symbol] = PriceOf(split.Symbol) / ratio;
    }

    private void Mark(string symbol, decimal price)
    {
        _marks[symbol] = price;
        if (_lots.TryGetValue(symbol, out var lots))
        {
            for (var i = 0; i < lots.Count; i++)
            {
                lots[i] = lots[i].Seen(price);
            }
        }
    }

    private List<Lot> LotsFor(string symbol)
    {
        if (!_lots.TryGetValue(symbol, out var lots))
        {
            _lots[symbol] = lots = [];
        }

        return lots;
    }
}

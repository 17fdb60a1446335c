using System.Globalization;
using System.Security.Cryptography;
using Kobe.Core.Markets;

namespace Kobe.Desk.Brokers.Paper;

/// <summary>An account and an exchange in memory that answer as Alpaca does. Time and prices come from
/// outside.</summary>
/// <remarks>
/// Not thread-safe: <see cref="PaperBroker"/> lets one call in at a time. A call sees the world as of the last
/// <see cref="Advance"/>, so an order placed in one call is first matched in the next. Prices come as quotes, against
/// which orders trade at once, or as bars (<see cref="PlayBar"/>), in which only orders trade that were there before
/// the bar began. What it does not have: queues, hidden size, slippage beyond the quote, borrowing cost, interest.
/// </remarks>
internal sealed partial class PaperExchange
{
    private readonly PaperOptions _options;
    private readonly Random _random;
    private readonly Dictionary<string, WorkingOrder> _orders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WorkingOrder> _byClientId = new(StringComparer.Ordinal);
    private readonly List<WorkingOrder> _book = [];
    private readonly SortedDictionary<string, Holding> _holdings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Quote> _quotes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Mark> _marks = new(StringComparer.Ordinal);
    private readonly HashSet<string> _halted = new(StringComparer.Ordinal);
    private readonly List<Activity> _activities = [];
    private readonly List<OrderEvent> _events = [];
    private long _ids;

    public PaperExchange(ExchangeCalendar calendar, PaperOptions options, DateTimeOffset now)
    {
        Calendar = calendar;
        _options = options;
        _random = new Random(options.Seed);
        Now = now;
        Cash = options.Cash;
        LastEquity = options.Cash;
        Requests = new RequestWindow(options.RequestsPerMinute);
    }

    public ExchangeCalendar Calendar { get; }

    /// <summary>The instant up to which everything has happened (UTC).</summary>
    public DateTimeOffset Now { get; private set; }

    public decimal Cash { get; private set; }

    /// <summary>The equity at the last close.</summary>
    public decimal LastEquity { get; private set; }

    /// <summary>The word that the account shows for its state.</summary>
    public string Status { get; set; } = "ACTIVE";

    /// <summary>How many requests are still answered in this minute.</summary>
    public RequestWindow Requests { get; }

    /// <summary>The faults that the next calls meet.</summary>
    public FaultScript Faults { get; } = new();

    /// <summary>What happened to orders, in order.</summary>
    public IReadOnlyList<OrderEvent> Events => _events;

    /// <summary>What moved money or shares, in order.</summary>
    public IReadOnlyList<Activity> Activities => _activities;

    /// <summary>All orders, oldest first.</summary>
    public IEnumerable<WorkingOrder> Orders => _book;

    public BrokerReply<Order> Find(string id) =>
        _orders.TryGetValue(id, out var order) ? Done(order) : Refuse<Order>(Refusals.NoOrder(id));

    public BrokerReply<Order> FindByClientId(string clientOrderId) =>
        _byClientId.TryGetValue(clientOrderId, out var order)
            ? Done(order)
            : Refuse<Order>(Refusals.NoOrder(clientOrderId));

    public Account Account()
    {
        var (longs, shorts) = (0m, 0m);
        foreach (var (symbol, holding) in _holdings)
        {
            var value = holding.Quantity * MarkOf(symbol);
            longs += Math.Max(0, value);
            shorts += Math.Min(0, value);
        }

        return new Account
        {
            Number = _options.AccountNumber,
            Status = Status,
            Cash = Cash,
            Equity = Cash + longs + shorts,
            LastEquity = LastEquity,
            BuyingPower = BuyingPower(except: null),
            Multiplier = _options.Multiplier,
            LongMarketValue = longs,
            ShortMarketValue = shorts,
            ShortingEnabled = _options.Shorting,
        };
    }

    public IReadOnlyList<Position> Positions() =>
        [.. from pair in _holdings where pair.Value.Quantity != 0 select PositionOf(pair.Key, pair.Value)];

    public Position? Position(string symbol) =>
        _holdings.TryGetValue(symbol, out var holding) && holding.Quantity != 0 ? PositionOf(symbol, holding) : null;

    public Quote? QuoteOf(string symbol) =>
        _quotes.TryGetValue(symbol, out var quote) ? quote
        : _marks.TryGetValue(symbol, out var mark) ? new Quote(mark.Price, mark.Price, mark.Price, mark.At)
        : null;

    public BrokerClock Clock()
    {
        var date = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, Calendar.Zone).DateTime);
        var today = Calendar.On(date).Session;
        var next = Calendar.NextSession(date)!.Session!;
        return new BrokerClock(
            Now,
            Now >= today?.Open && Now < today.Close,
            Now < today?.Open ? today.Open : next.Open,
            Now < today?.Close ? today.Close : next.Close);
    }

    public IReadOnlyList<BrokerDay> Days(DateOnly from, DateOnly to)
    {
        var days = new List<BrokerDay>();
        for (var day = Calendar.NextSession(from.AddDays(-1)); day?.Date <= to; day = Calendar.NextSession(day.Date))
        {
            var session = day!.Session!;
            days.Add(new BrokerDay(
                day.Date, Local(session.Open), Local(session.Close), Local(session.Pre), Local(session.Post)));
        }

        return days;
    }

    /// <summary>Trades in a symbol stop, or go on; orders are taken all the same.</summary>
    public void Halt(string symbol, bool halted)
    {
        _ = halted ? _halted.Add(symbol) : _halted.Remove(symbol);
    }

    /// <summary>Puts a price there at which orders trade from the next call on.</summary>
    public void Show(string symbol, Quote quote)
    {
        _quotes[symbol] = quote;
        _marks[symbol] = new(quote.Last, quote.At);
    }

    /// <summary>Values a symbol at a price without letting anything trade at it.</summary>
    public void Remember(string symbol, decimal price, DateTimeOffset at) => _marks[symbol] = new(price, at);

    private decimal MarkOf(string symbol) => _marks.GetValueOrDefault(symbol).Price;

    /// <summary>A price and when it was one (UTC).</summary>
    private readonly record struct Mark(decimal Price, DateTimeOffset At);

    private Position PositionOf(string symbol, Holding holding) => new(
        symbol, holding.Quantity, AvailableOf(symbol, holding.Quantity, except: null), Math.Abs(holding.AveragePrice),
        MarkOf(symbol));

    private TimeOnly Local(DateTimeOffset instant) =>
        TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Calendar.Zone).DateTime);

    // Equal seeds and calls give equal ids, so that a trial can be repeated to the byte.
    private string NextId()
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{_options.Seed}|{_options.AccountNumber}|{_ids++}");
        return new Guid(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)).AsSpan(0, 16)).ToString();
    }

    private string NextActivityId(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, Calendar.Zone);
        return string.Create(CultureInfo.InvariantCulture, $"{local:yyyyMMddHHmmssfff}::{NextId()}");
    }

    private void Tell(string what, WorkingOrder order, string? execution = null, decimal? price = null,
        decimal? quantity = null)
    {
        _changed.Add(order);
        _events.Add(new OrderEvent(what, Now, order.Order)
        {
            ExecutionId = execution,
            Price = price,
            Quantity = quantity,
        });
    }

    private static BrokerReply<Order> Done(WorkingOrder order) => new BrokerReply<Order>.Done(order.Answer);

    private static BrokerReply<T> Refuse<T>(BrokerRefusal refusal) => new BrokerReply<T>.Refused(refusal);
}

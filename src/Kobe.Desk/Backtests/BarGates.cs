using Kobe.Contracts;
using Kobe.Core.Runs;
using Kobe.Desk.Accounts;
using Kobe.Desk.Brokers;
using Kobe.Desk.Orders;
using Kobe.Desk.Orders.Gates;

namespace Kobe.Desk.Backtests;

/// <summary>Asks the order door's own gates about the entries of a backtest, as far as bars can answer them.</summary>
internal sealed class BarGates(RiskLimits limits, BacktestSettings settings, Portfolio portfolio)
{
    private const int ShareDecimals = 9;
    private static readonly AccountLedger NoLedger = new();
    private static readonly OrderRecords NoRecords = new();
    private static readonly HashSet<string> NoSymbols = [];

    private readonly SortedDictionary<string, int> _denied = new(StringComparer.Ordinal);
    private readonly List<SymbolRun> _waiting = [];
    private double _dayStart = settings.Cash;
    private double _last = settings.Cash;
    private double _peak = settings.Cash;
    private long _day = long.MinValue;

    /// <summary>How many entries were denied, by the code of the gate that said no first.</summary>
    public IReadOnlyDictionary<string, int> Denied => _denied;

    /// <summary>Takes up what the account is worth at the end of a moment.</summary>
    public void Value(long day, double equity)
    {
        if (day != _day)
        {
            (_day, _dayStart) = (day, _last);
        }

        _last = equity;
        _peak = Math.Max(_peak, equity);
        _waiting.RemoveAll(run => !run.IsWaiting);
    }

    /// <summary>Whether an entry of so many dollars passes; one that does counts as an open order then.</summary>
    public bool Passes(SymbolRun run, double amount, double equity, long moment)
    {
        if (RiskGates.DenialOnBars(Input(run, amount, equity, moment), !run.Name.Interval.IsDay) is { } no)
        {
            _denied[no.Code] = _denied.GetValueOrDefault(no.Code) + 1;
            return false;
        }

        _waiting.Add(run);
        return true;
    }

    private GateInput Input(SymbolRun run, double amount, double equity, long moment)
    {
        var now = new DateTimeOffset(moment, TimeSpan.Zero);
        var last = (decimal)run.LastClose;
        MarketContext? market = run.Name.Interval.IsDay ? null : settings.Market!.At(now);
        return new GateInput
        {
            Intent = Intent(run, amount),
            Now = now,
            Limits = limits,
            Standing = new(TradingState.ACTIVE, ExitsApproved: false, "a backtest"),
            // On a bar of a day nobody asks.
            Market = market ?? default,
            Session = market is { Date: var date } ? settings.Market!.Calendar.On(date).Session : null,
            Clock = new(now, market?.IsMarketOpen ?? false, now, now),
            Account = new()
            {
                Number = "",
                Status = "ACTIVE",
                Cash = (decimal)portfolio.Cash,
                Equity = (decimal)equity,
                LastEquity = (decimal)_dayStart,
                BuyingPower = (decimal)Math.Max(0, equity),
            },
            Quote = new Quote(last, last, last, now),
            Positions = [.. portfolio.Open.Select(Position)],
            OpenOrders = [.. _waiting.Where(other => other != run).Select(Waiting)],
            Losses = new((decimal)_dayStart, 0, (decimal)_peak, 0),
            Sectors = settings.Sectors,
            Ledger = NoLedger,
            Records = NoRecords,
            Blocked = NoSymbols,
            LastSessions = [],
            Zone = TimeZoneInfo.Utc,
        };
    }

    private OrderIntent Intent(SymbolRun run, double amount)
    {
        ref readonly var wanted = ref run.Wanted;
        return new()
        {
            Key = "",
            Task = "",
            Kind = IntentKind.Entry,
            Symbol = run.Name.Symbol,
            Side = wanted.Side,
            // Parts of a share as brokers count them; what is sized to a limit must not lie a rounding above it.
            Quantity = decimal.Round((decimal)run.SharesFor(amount), ShareDecimals, MidpointRounding.ToZero),
            Type = wanted.EntryType,
            LimitPrice = Price(wanted.Limit),
            StopPrice = Price(wanted.Trigger),
            PlannedStop = Price(wanted.Stop),
            Sector = settings.Sectors.GetValueOrDefault(run.Name.Symbol, ""),
        };
    }

    private static Position Position(SymbolRun run) =>
        new(run.Name.Symbol, (decimal)run.Quantity, (decimal)run.Quantity, 0, (decimal)run.LastClose);

    private static Order Waiting(SymbolRun run) => new()
    {
        Id = "",
        ClientOrderId = "",
        Symbol = run.Name.Symbol,
        Side = run.Wanted.Side,
        Type = OrderType.Limit,
        TimeInForce = TimeInForce.Day,
        Status = OrderStatus.New,
        Quantity = (decimal)run.WaitingShares,
        LimitPrice = (decimal)run.ExpectedPrice,
    };

    private static decimal? Price(double price) => double.IsNaN(price) ? null : (decimal)price;
}

using Kobe.Desk.Bars;
using Kobe.Desk.Brokers;
using Kobe.Desk.Fills;
using Kobe.Desk.Strategies;

namespace Kobe.Desk.Backtests;

/// <summary>One symbol of a run: its bars, its strategy, its position and its waiting orders.</summary>
internal sealed class SymbolRun
{
    private readonly Bar[] _bars;
    private readonly IStrategy _strategy;
    private readonly Portfolio _portfolio;
    private readonly double _slippage;
    private Decision _wanted;
    private OpenPosition _position;
    private double _amount;
    private double _quantity;
    private int _next;
    private bool _isEntering;
    private bool _isExiting;

    public SymbolRun(int index, BarSeries series, IStrategy strategy, Portfolio portfolio)
    {
        (Index, Name, _strategy, _portfolio) = (index, series.Name, strategy, portfolio);
        _bars = series.Bars;
        _slippage = portfolio.Settings.Costs.SlippageBps / 10_000;
    }

    public int Index { get; }

    public SeriesName Name { get; }

    public bool HasMore => _next < _bars.Length;

    public long NextEnd => _bars[_next].EndTicks;

    public long NextStart => _bars[_next].StartTicks;

    public double Quantity => _position.Quantity;

    public double LastClose { get; private set; }

    /// <summary>The entry that waits to be sized.</summary>
    public ref readonly Decision Wanted => ref _wanted;

    /// <summary>The price at which the entry is expected to trade.</summary>
    public double ExpectedPrice => !double.IsNaN(_wanted.Limit) ? _wanted.Limit
        : !double.IsNaN(_wanted.Trigger) ? _wanted.Trigger : LastClose;

    /// <summary>Whether an entry waits for the next bar.</summary>
    public bool IsWaiting => _isEntering;

    /// <summary>The shares that a waiting entry is for, by the price that is expected.</summary>
    public double WaitingShares => SharesFor(_amount);

    /// <summary>Plays the next bar: fills first, then the strategy.</summary>
    public Decision Step()
    {
        ref readonly var bar = ref _bars[_next++];
        LastClose = bar.Close;
        if (_position.Quantity != 0)
        {
            _position.Bars++;
            Leave(bar);
        }
        else if (_isEntering)
        {
            Enter(bar);
        }

        return _strategy.OnBar(bar, _position.Quantity != 0 ? _position.Seen : Holding.Flat);
    }

    /// <summary>Takes what the strategy wants. True for an entry that is to be sized.</summary>
    public bool Take(in Decision decision)
    {
        switch (decision.Kind)
        {
            case DecisionKind.Enter when _position.Quantity == 0:
                _wanted = decision;
                return true;
            case DecisionKind.Exit:
                _isExiting = _position.Quantity != 0;
                return false;
            case DecisionKind.MoveStop:
                _position.Tighten(decision.Stop);
                return false;
            default:
                return false;
        }
    }

    /// <summary>The shares that so many dollars buy at the price that is expected.</summary>
    public double SharesFor(double amount) =>
        _portfolio.Settings.Sizing.IsWhole ? Math.Floor(amount / ExpectedPrice) : amount / ExpectedPrice;

    /// <summary>Orders the wanted entry for so many dollars: whole shares by the price that is expected, parts of
    /// shares by the amount. False when that buys nothing.</summary>
    public bool Place(double amount)
    {
        _amount = amount;
        _quantity = _portfolio.Settings.Sizing.IsWhole ? SharesFor(amount) : 0;
        _isEntering = _portfolio.Settings.Sizing.IsWhole ? _quantity >= 1 : amount > 0;
        return _isEntering;
    }

    /// <summary>Counts a position that the bars leave open among the trades, at the last close.</summary>
    public void CountOpenPosition()
    {
        if (_position.Quantity != 0)
        {
            _portfolio.Trades.Add(_position.Ended(
                Name.Symbol, _bars[_next - 1].EndTicks, LastClose, 0, ExitCause.StillOpen));
        }
    }

    private void Leave(in Bar bar)
    {
        if (_isExiting)
        {
            Close(bar, Slipped(bar.Open, -_position.Quantity), ExitCause.Strategy);
            return;
        }

        LeaveAtStop(bar);
        if (_position.Quantity != 0 && !double.IsNaN(_position.Target)
            && FillRules.PriceIn(_position.ExitSide, OrderType.Limit, _position.Target, 0, Prices(bar)) is { } gain)
        {
            Close(bar, gain, ExitCause.Target);
        }

        if (_position.Quantity != 0)
        {
            _position.Follow(bar);
        }
    }

    private void LeaveAtStop(in Bar bar)
    {
        if (!double.IsNaN(_position.Stop)
            && FillRules.PriceIn(_position.ExitSide, OrderType.Stop, 0, _position.Stop, Prices(bar)) is { } loss)
        {
            Close(bar, Slipped(loss, -_position.Quantity), ExitCause.Stop);
        }
    }

    // An entry counts for one bar; whoever still wants it says so again.
    private void Enter(in Bar bar)
    {
        _isEntering = false;
        var type = _wanted.EntryType;
        if (FillRules.PriceIn(_wanted.Side, type, _wanted.Limit, _wanted.Trigger, Prices(bar)) is not { } price)
        {
            return;
        }

        var sign = _wanted.Side == OrderSide.Buy ? 1 : -1;
        price = type is OrderType.Market or OrderType.Stop ? Slipped(price, sign) : price;
        var quantity = QuantityAt(price, bar.Volume);
        if (quantity > 0)
        {
            var fee = _portfolio.Pay(sign * quantity, price);
            _position = new OpenPosition(sign * quantity, price, fee, bar.EndTicks, _wanted.Stop, _wanted.Target);
            _portfolio.Opened(this);
            LeaveAtStop(bar);
        }

        if (_position.Quantity != 0)
        {
            _position.Follow(bar);
        }
    }

    private double QuantityAt(double price, double volume)
    {
        var settings = _portfolio.Settings;
        var most = volume * settings.VolumeShareMax;
        return settings.Sizing.IsWhole
            ? Math.Floor(Math.Min(_quantity, most))
            : Math.Min(Math.Max(0, _amount - settings.Costs.Fee(_amount / price)) / price, most);
    }

    private void Close(in Bar bar, double price, ExitCause cause)
    {
        var fee = _portfolio.Pay(-_position.Quantity, price);
        _position.Reach(price);
        _portfolio.Trades.Add(_position.Ended(Name.Symbol, bar.EndTicks, price, fee, cause));
        _portfolio.Closed(this);
        (_position, _isExiting) = (default, false);
    }

    private double Slipped(double price, double sign) => price * (sign > 0 ? 1 + _slippage : 1 - _slippage);

    private static BarPrices<double> Prices(in Bar bar) => new(bar.Open, bar.High, bar.Low, bar.Close);
}

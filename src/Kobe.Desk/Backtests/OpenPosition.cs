using Kobe.Desk.Bars;
using Kobe.Desk.Brokers;
using Kobe.Desk.Strategies;

namespace Kobe.Desk.Backtests;

/// <summary>A position while it is open.</summary>
internal struct OpenPosition(
    double quantity, double entryPrice, double fee, long enteredTicks, double stop, double target)
{
    private readonly double _firstStop = stop;
    private double _worst;
    private double _best;

    public readonly double Quantity => quantity;

    public readonly double Target => target;

    public readonly OrderSide ExitSide => quantity > 0 ? OrderSide.Sell : OrderSide.Buy;

    public double Stop { get; private set; } = stop;

    public int Bars { get; set; } = 1;

    public readonly Holding Seen => new(quantity, entryPrice, Stop, Bars);

    /// <summary>Moves the stop closer; away it does not go.</summary>
    public void Tighten(double price)
    {
        var isCloser = quantity > 0 ? !(price <= Stop) : !(price >= Stop);
        if (quantity != 0 && !double.IsNaN(price) && isCloser)
        {
            Stop = price;
        }
    }

    /// <summary>Remembers the greatest moves either way.</summary>
    public void Follow(in Bar bar)
    {
        Reach(bar.High);
        Reach(bar.Low);
    }

    /// <summary>Remembers how far a price is from the entry.</summary>
    public void Reach(double price)
    {
        var move = (price - entryPrice) * quantity;
        _worst = Math.Min(_worst, move);
        _best = Math.Max(_best, move);
    }

    public readonly Trade Ended(string symbol, long ticks, double price, double exitFee, ExitCause cause) => new(
        symbol, quantity > 0 ? OrderSide.Buy : OrderSide.Sell, Math.Abs(quantity), enteredTicks, entryPrice, ticks,
        price, cause, fee + exitFee, Math.Abs(entryPrice - _firstStop) * Math.Abs(quantity), _worst, _best, Bars);
}

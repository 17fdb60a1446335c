using Kobe.Core.Runs;
using Kobe.Desk.Brokers;

namespace Kobe.Desk.Orders;

/// <summary>What the door does with positions that are there: close, sell in part, protect; and the breaker.</summary>
public sealed partial class OrderDoor
{
    /// <summary>Closes positions: takes back what holds their shares, sells, and looks whether they are gone.</summary>
    /// <param name="key">The occurrence's key, or another text that is the same for a repeated try.</param>
    /// <param name="task">The schedule's row.</param>
    /// <param name="symbols">Which, in this order; null closes all.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<IReadOnlyList<FlattenResult>> FlattenAsync(
        string key, string task, IReadOnlyCollection<string>? symbols, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var positions = await _broker.PositionsAsync(cancellation).ConfigureAwait(false);
            if (positions is not BrokerReply<IReadOnlyList<Position>>.Done { Value: var held })
            {
                var which = symbols is { Count: 1 } ? symbols.First() : "*";
                return [new(which, FlattenEnd.Failed, $"The positions can't be read: {positions}")];
            }

            var chosen = symbols?.SelectMany(symbol => held.Where(one => one.Symbol == symbol)) ?? held;
            return await new Flattening(_broker, _log, _sender, _market, _time).CloseAsync(
                key, task, chosen, () => Obstacle(IntentKind.Exit), cancellation).ConfigureAwait(false);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Moves the resting stop of a symbol closer to the price. Protecting is allowed in every trading
    /// state.</summary>
    /// <param name="key">The occurrence's key: one move of a symbol a key.</param>
    /// <param name="task">The schedule's row.</param>
    /// <param name="symbol">The symbol.</param>
    /// <param name="stop">The new price, dollars a share.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Denied when it would move away, or when nothing rests.</returns>
    public async Task<DoorAnswer> MoveStopAsync(
        string key, string task, string symbol, decimal stop, CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var id = ClientOrderId.Of(key, $"stop-{symbol}");
            return _mode == DeskMode.Observe
                ? new DoorAnswer.Observed(id, $"move the stop of {symbol} to {stop}")
                : _guards.LiveProblem(_time.GetUtcNow()) is { } obstacle
                    ? new DoorAnswer.Denied(id, "trading_state", obstacle)
                    : await new StopMove(_broker, _broker, _log, _sender, _time)
                        .MoveAsync(key, task, symbol, stop, cancellation).ConfigureAwait(false);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Sells a part of a position whose shares a stop holds, and protects what is left again; or hands all of
    /// it to the closing auction.</summary>
    /// <param name="key">The occurrence's key: one sale of a symbol a key.</param>
    /// <param name="task">The schedule's row.</param>
    /// <param name="symbol">The symbol.</param>
    /// <param name="quantity">Shares, at most those held.</param>
    /// <param name="timeInForce">Day, or the closing auction.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<FlattenResult> TrimAsync(
        string key, string task, string symbol, decimal quantity, TimeInForce timeInForce,
        CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var positions = (await _broker.PositionsAsync(cancellation).ConfigureAwait(false)).ValueOrDefault;
            var position = positions?.FirstOrDefault(one => one.Symbol == symbol);
            return position is null || quantity <= 0 || quantity > Math.Abs(position.Quantity)
                ? new(symbol, FlattenEnd.NotNow, $"{quantity} {symbol} is no part of {position?.Quantity ?? 0} held.")
                : Obstacle(IntentKind.Exit) is { } obstacle
                    ? new(symbol, FlattenEnd.NotNow, obstacle)
                    : await new Trimming(new(_broker, _log, _sender, _market, _time), _log, _sender, _time)
                        .SellAsync(key, task, position, quantity, timeInForce, cancellation).ConfigureAwait(false);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>What trading is allowed now, as the files of the trading state say.</summary>
    public TradingStanding Standing() => _state.Read();

    /// <summary>Makes the trading state stricter, as a breaker does; never looser: that takes a person.</summary>
    /// <param name="to">REDUCING or HALTED.</param>
    /// <param name="by">Who, such as the schedule's row.</param>
    /// <param name="reason">Why, in a sentence.</param>
    /// <returns>Whether it changed; false when it was as strict before.</returns>
    /// <exception cref="IOException">It could not be written.</exception>
    public bool Tighten(TradingState to, string by, string reason)
    {
        if (_state.Read().State >= to)
        {
            return false;
        }

        _state.Write(new(to, ExitsApproved: false, new(_time.GetUtcNow(), by, reason)), _market.Calendar.Zone);
        return true;
    }
}

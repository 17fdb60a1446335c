using Kobe.Core.Markets;
using Kobe.Desk.Accounts;
using Kobe.Desk.Brokers;
using Kobe.Desk.Orders.Gates;

namespace Kobe.Desk.Orders;

/// <summary>The one door through which everything passes that changes a position.</summary>
/// <remarks>
/// In this order: what is known of the same intent from before · trading state and gates · the trading state once more
/// · the intent on disk · the broker · the answer on disk. An intent that comes again (a repeated attempt has the same
/// key) finds its answer and is not sent again. See docs/adr/0010-one-door-for-orders.md.
/// </remarks>
public sealed partial class OrderDoor : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly IBroker _broker;
    private readonly DeskMode _mode;
    private readonly OrderLog _log;
    private readonly AccountLedger _ledger;
    private readonly TradingStateFiles _state;
    private readonly MarketClock _market;
    private readonly RiskLimits _limits;
    private readonly TimeProvider _time;
    private readonly DoorGuards _guards;
    private readonly OrderSender _sender;

    internal OrderDoor(
        IBroker broker,
        DeskMode mode,
        OrderLog log,
        AccountLedger ledger,
        TradingStateFiles state,
        MarketClock market,
        RiskLimits limits,
        TimeProvider time,
        DoorGuards guards)
    {
        (_broker, _mode, _log, _ledger, _state) = (broker, mode, log, ledger, state);
        (_market, _limits, _time, _guards) = (market, limits, time, guards);
        _sender = new OrderSender(broker, broker, time);
    }

    /// <summary>Judges an intent and, if nothing speaks against it, sends its order.</summary>
    /// <param name="intent">What is wanted.</param>
    /// <param name="cancellation">Ends the wait; an order whose sending had begun is then in doubt, and the next call
    /// with the same intent looks it up.</param>
    /// <returns>What became of it. No end of a broker's call is an exception.</returns>
    public async Task<DoorAnswer> SubmitAsync(OrderIntent intent, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(intent);
        await _one.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var id = ClientOrderId.Of(intent.Key, intent.Leg);
            return await EarlierAsync(id, cancellation).ConfigureAwait(false)
                ?? await JudgeAndSendAsync(id, intent, cancellation).ConfigureAwait(false);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Asks for an order of the desk's own to be taken back. Allowed in every trading state.</summary>
    /// <param name="clientOrderId">The order's client id, from an earlier answer.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Null when it was asked for; else why not, such as that it is filled already.</returns>
    public async Task<string?> CancelAsync(string clientOrderId, CancellationToken cancellation)
    {
        if (_log.Records.Find(clientOrderId) is not { OrderIds: [var orderId, ..] })
        {
            return $"{clientOrderId} is no order of the desk that is known to be at the broker.";
        }

        return await _broker.CancelAsync(orderId, cancellation).ConfigureAwait(false) switch
        {
            BrokerReply<bool>.Refused refused => refused.Refusal.ToString(),
            BrokerReply<bool>.Unclear unclear => unclear.Why,
            _ => null,
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task<DoorAnswer?> EarlierAsync(string id, CancellationToken cancellation)
    {
        var record = _log.Records.Find(id);
        if (record is { IsInDoubt: true })
        {
            record = await OrderDoubt.ResolveAsync(record, _sender, _log, cancellation).ConfigureAwait(false);
        }

        return record?.State switch
        {
            RecordState.Confirmed or RecordState.Ended => new DoorAnswer.Confirmed(id, record.OrderIds[0]),
            RecordState.Rejected => new DoorAnswer.Rejected(id, record.Why),
            RecordState.Unresolved => new DoorAnswer.Unresolved(id, record.Why),
            // Nothing was sent: it may be judged anew.
            _ => null,
        };
    }

    private async Task<DoorAnswer> JudgeAndSendAsync(
        string id, OrderIntent intent, CancellationToken cancellation)
    {
        var (input, problem) = await DoorQuestions.AskAsync(
            intent, _broker, _ledger, _log.Records, _state, _market, _limits, _guards, _time, cancellation)
            .ConfigureAwait(false);
        if (input is null)
        {
            return new DoorAnswer.Denied(id, "broker", problem!);
        }

        var verdicts = RiskGates.Judge(input);
        var record = Record(id, intent, RecordState.Intended);
        if (verdicts.FirstOrDefault(verdict => verdict.Grade == Grade.Denied) is { } no)
        {
            _log.Put(record with { State = RecordState.Denied, Code = no.Code, Why = no.Text });
            return new DoorAnswer.Denied(id, no.Code, no.Text) { Verdicts = verdicts };
        }

        if (_mode == DeskMode.Observe)
        {
            var words = Words(record.Request);
            _log.Put(record with { State = RecordState.Observed, Why = words });
            return new DoorAnswer.Observed(id, words) { Verdicts = verdicts };
        }

        // The questions took their time; what was halted meanwhile is halted.
        if (Obstacle(intent.Kind) is { } obstacle)
        {
            _log.Put(record with { State = RecordState.Denied, Code = "trading_state", Why = obstacle });
            return new DoorAnswer.Denied(id, "trading_state", obstacle) { Verdicts = verdicts };
        }

        return (await SendAsync(record, cancellation).ConfigureAwait(false)) with { Verdicts = verdicts };
    }

    private async Task<DoorAnswer> SendAsync(OrderRecord record, CancellationToken cancellation)
    {
        var id = record.Request.ClientOrderId;
        try
        {
            _log.Put(record);
        }
        catch (IOException error)
        {
            return new DoorAnswer.Denied(
                id, "disk", $"the intent can't be written, so it is not sent: {error.Message}");
        }

        var sent = await _sender.SendAsync(record.Request, cancellation).ConfigureAwait(false);
        try
        {
            OrderDoubt.Put(record, sent, _log);
            return sent.Answer(id);
        }
        catch (IOException error)
        {
            return new DoorAnswer.Unresolved(id, $"the answer can't be written: {error.Message}");
        }
    }

    private string? Obstacle(IntentKind kind)
    {
        var standing = _state.Read();
        return _mode == DeskMode.Observe ? "the mode is observe: nothing is sent"
            : !standing.Allows(kind) ? $"{standing.State} ({standing.Why})"
            : _guards.LiveProblem(_time.GetUtcNow());
    }

    private OrderRecord Record(string id, OrderIntent intent, RecordState state)
    {
        var side = intent.Side;
        var request = new OrderRequest
        {
            ClientOrderId = id,
            Symbol = intent.Symbol,
            Side = side,
            Type = intent.Type,
            TimeInForce = intent.TimeInForce,
            Class = (intent.TakeProfit, intent.StopLoss) switch
            {
                (null, null) => OrderClass.Simple,
                (not null, not null) => OrderClass.Bracket,
                _ => OrderClass.Oto,
            },
            Quantity = intent.Quantity,
            LimitPrice = PriceRounding.Limit(side, intent.LimitPrice),
            StopPrice = PriceRounding.Stop(side, intent.StopPrice),
            TrailPercent = intent.TrailPercent,
            ExtendedHours = intent.ExtendedHours,
            TakeProfit = PriceRounding.Limit(Other(side), intent.TakeProfit),
            StopLoss = PriceRounding.Stop(Other(side), intent.StopLoss),
        };
        return new OrderRecord(request, intent.Key, intent.Task, intent.Kind, _time.GetUtcNow(), state)
        {
            PlannedStop = intent.RiskStop,
            Sector = intent.Sector,
        };
    }

    private static OrderSide Other(OrderSide side) => side == OrderSide.Buy ? OrderSide.Sell : OrderSide.Buy;

    private static string Words(OrderRequest request) =>
        $"{OrderWords.Of(request.Side)} {Refusals.Text(request.Quantity ?? 0)} {request.Symbol} "
        + $"{OrderWords.Of(request.Type)} {OrderWords.Of(request.TimeInForce)}"
        + (request.LimitPrice is { } limit ? $" at {Refusals.Text(limit)}" : "");
}

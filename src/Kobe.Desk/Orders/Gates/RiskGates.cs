using System.Collections.Immutable;
using Kobe.Contracts;

namespace Kobe.Desk.Orders.Gates;

/// <summary>The gates that an order passes, in their order; pure, each with a code and its arithmetic.</summary>
/// <remarks>
/// Exits meet only what must hold for every order: the trading state, being an exit at all, and the rate of orders. A
/// limit on losses that kept a position from being closed would make the loss larger.
/// </remarks>
internal static class RiskGates
{
    private static readonly (bool EntriesOnly, OnBars OnBars, Func<GateInput, Verdict> Gate)[] All =
    [
        (false, OnBars.Never, TradingStateGate),
        (false, OnBars.Never, ExitGate),
        (true, OnBars.Never, UnexplainedGate),
        (true, OnBars.Always, AccountGate),
        (true, OnBars.Intraday, MarketGate),
        (true, OnBars.Intraday, KillZoneGate),
        (true, OnBars.Intraday, EventGate),
        (true, OnBars.Never, FreshnessGate),
        (true, OnBars.Always, SizeGates.Position),
        (true, OnBars.Always, SizeGates.Exposure),
        (true, OnBars.Always, SizeGates.TradeRisk),
        (true, OnBars.Always, SizeGates.Sector),
        (true, OnBars.Always, SizeGates.Correlation),
        (true, OnBars.Always, LossGates.DailyLoss),
        (true, OnBars.Always, LossGates.Drawdown),
        (false, OnBars.Never, RateGates.OrderRate),
        (true, OnBars.Never, RateGates.TaskCap),
        (true, OnBars.Never, RateGates.DayTrades),
    ];

    /// <summary>Asks every gate that the order meets; one no is enough, but all are heard.</summary>
    public static ImmutableArray<Verdict> Judge(GateInput input) =>
    [
        .. from one in All
           where !one.EntriesOnly || input.Intent.Kind == IntentKind.Entry
           select one.Gate(input),
    ];

    /// <summary>The first no to an entry of a backtest; null when nothing speaks against it.</summary>
    /// <param name="input">What can be known on bars.</param>
    /// <param name="isIntraday">Whether the entry is decided within a session.</param>
    public static Verdict? DenialOnBars(GateInput input, bool isIntraday)
    {
        foreach (var (_, onBars, gate) in All)
        {
            if ((onBars == OnBars.Always || (onBars == OnBars.Intraday && isIntraday))
                && gate(input) is { Grade: Grade.Denied } no)
            {
                return no;
            }
        }

        return null;
    }

    private static Verdict TradingStateGate(GateInput input) => input.Standing.Allows(input.Intent.Kind)
        ? Verdict.Pass("trading_state", input.Standing.State.ToString())
        : Verdict.Deny(
            "trading_state",
            $"{input.Standing.State}: no "
            + (input.Intent.Kind == IntentKind.Entry ? "entries" : "exits without approval")
            + $" ({input.Standing.Why})");

    // An exit only shrinks what is held: an order that would turn the position over is an entry by another name.
    private static Verdict ExitGate(GateInput input)
    {
        var intent = input.Intent;
        var held = input.Positions.FirstOrDefault(one => one.Symbol == intent.Symbol)?.Quantity ?? 0;
        if (intent.Quantity <= 0)
        {
            return Verdict.Deny("exit_only", $"the quantity is {intent.Quantity}; write one above 0");
        }

        if (intent.Kind == IntentKind.Entry)
        {
            return Verdict.Pass("exit_only", "an entry");
        }

        var shrinks = intent.Side == Brokers.OrderSide.Sell ? held > 0 : held < 0;
        return shrinks && intent.Quantity <= Math.Abs(held)
            ? Verdict.Pass("exit_only", $"{intent.Quantity} of {Math.Abs(held)} held")
            : Verdict.Deny("exit_only", $"{intent.Quantity} {intent.Symbol} is no exit: {held} are held");
    }

    private static Verdict UnexplainedGate(GateInput input) => input.Blocked.Contains(input.Intent.Symbol)
        ? Verdict.Deny("unexplained", $"what the broker holds of {input.Intent.Symbol} is not explained by the fills")
        : Verdict.Pass("unexplained", "ledger and broker agree");

    private static Verdict AccountGate(GateInput input) => input.Account switch
    {
        null => Verdict.Deny("account", "the broker does not tell the account"),
        { IsBlocked: true } => Verdict.Deny("account", "the broker has blocked the account"),
        { Equity: <= 0 } account => Verdict.Deny("account", $"the equity is {account.Equity}"),
        { Status: var status } => Verdict.Pass("account", status),
    };

    // The rule calendar works without anybody; the broker's clock may know of a closing that the rules don't. The
    // stricter one wins.
    private static Verdict MarketGate(GateInput input)
    {
        if (input.Clock is not { } clock)
        {
            return Verdict.Deny("market_open", "the broker does not tell its clock");
        }

        if (input.Market.IsMarketOpen != clock.IsOpen)
        {
            return Verdict.Deny(
                "market_open",
                $"by rule the market is {Word(input.Market.IsMarketOpen)}, by the broker {Word(clock.IsOpen)}");
        }

        return input.Market.Entries == EntryPolicy.Free
            || (input.Market.Entries == EntryPolicy.Named && input.Intent.NamesPhase)
            ? Verdict.Pass("market_open", $"{input.Market.Phase}, the broker agrees")
            : Verdict.Deny("market_open", input.Market.Reason);
    }

    private static Verdict KillZoneGate(GateInput input)
    {
        if (input.Session is { } session)
        {
            foreach (var zone in input.Limits.KillZones)
            {
                if (input.Now >= zone.From.In(session) && input.Now < zone.To.In(session) && !input.Intent.NamesPhase)
                {
                    return Verdict.Deny("kill_zone", $"{zone.Name}, until {zone.To.In(session):HH:mm:ss} UTC");
                }
            }
        }

        return Verdict.Pass("kill_zone", "in none");
    }

    private static Verdict EventGate(GateInput input)
    {
        foreach (var known in input.Market.Events)
        {
            var (from, to) = (known.At - input.Limits.EventBefore, known.At + input.Limits.EventAfter);
            if (input.Now >= from && input.Now < to)
            {
                return Verdict.Deny(
                    "event_window", $"{known.Name}: no entries from {from:HH:mm} to {to:HH:mm} ({from:zzz})");
            }
        }

        return Verdict.Pass("event_window", "no event is near");
    }

    private static Verdict FreshnessGate(GateInput input)
    {
        if (input.Quote is not { Bid: > 0, Ask: > 0 } quote)
        {
            return Verdict.Deny("stale_data", $"there is no price of {input.Intent.Symbol}");
        }

        // Nothing trades before an opening auction; what was last paid is the close of the session before, and the
        // limit bounds the rest.
        if (input.Intent is { TimeInForce: Brokers.TimeInForce.Opg, LimitPrice: not null } && !input.Market.IsMarketOpen
            && input.LastSessions.FirstOrDefault(date => date < input.DateOf(input.Now)) is var last && last != default
            && input.DateOf(quote.At) >= last)
        {
            return Verdict.Pass(
                "stale_data", $"before the auction the price of {quote.At:yyyy-MM-dd HH:mm} UTC counts");
        }

        var age = input.Now - quote.At;
        return Verdict.Compare(
            "stale_data", "age of the price in seconds", (decimal)Math.Max(0, age.TotalSeconds),
            (decimal)input.Limits.QuoteAgeMax.TotalSeconds, $"{quote.At:HH:mm:ss} UTC");
    }

    private static string Word(bool open) => open ? "open" : "closed";
}

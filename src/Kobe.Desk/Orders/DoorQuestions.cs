using Kobe.Core.Markets;
using Kobe.Desk.Accounts;
using Kobe.Desk.Brokers;
using Kobe.Desk.Orders.Gates;

namespace Kobe.Desk.Orders;

/// <summary>Asks the broker all that the gates look at.</summary>
internal static class DoorQuestions
{
    private const int LegacyDays = 5;

    /// <summary>Gathers; without positions there is nothing to judge by, and a problem comes back instead.</summary>
    public static async Task<(GateInput? Input, string? Problem)> AskAsync(
        OrderIntent intent,
        IBroker broker,
        AccountLedger ledger,
        OrderRecords records,
        TradingStateFiles state,
        MarketClock market,
        RiskLimits limits,
        DoorGuards guards,
        TimeProvider time,
        CancellationToken cancellation)
    {
        var entry = intent.Kind == IntentKind.Entry;
        var reconciled = entry ? await guards.ReconcileAsync(cancellation).ConfigureAwait(false) : null;
        if (entry && reconciled is null)
        {
            return (null, "the desk could not be compared with the broker, so no entry is made");
        }

        var positions = await broker.PositionsAsync(cancellation).ConfigureAwait(false);
        var open = await broker.OpenOrdersAsync(cancellation).ConfigureAwait(false);
        if (positions.ValueOrDefault is not { } held || open.ValueOrDefault is not { } orders)
        {
            return (null, $"positions and orders can't be read: {positions} {open}");
        }

        var account = entry ? (await broker.AccountAsync(cancellation).ConfigureAwait(false)).ValueOrDefault : null;
        var clock = entry ? (await broker.ClockAsync(cancellation).ConfigureAwait(false)).ValueOrDefault : null;
        var quote = entry ? await broker.QuoteAsync(intent.Symbol, cancellation).ConfigureAwait(false) : null;
        var now = time.GetUtcNow();
        var context = market.At(now);
        return (new GateInput
        {
            Intent = intent,
            Now = now,
            Limits = limits,
            Standing = state.Read(),
            Market = context,
            Session = market.Calendar.On(context.Date).Session,
            Clock = clock,
            Account = account,
            Quote = quote is BrokerReply<Quote>.Done { Value: var price } ? price : null,
            Positions = held,
            OpenOrders = orders,
            Losses = LossMarks.Of(ledger, account, context.Date, market.Calendar.Zone),
            Sectors = records.Sectors(),
            Ledger = ledger,
            Records = records,
            Blocked = reconciled?.BlockedSymbols.ToHashSet(StringComparer.Ordinal) ?? [],
            LastSessions = Sessions(market.Calendar, context.Date),
            Zone = market.Calendar.Zone,
        }, null);
    }

    private static List<DateOnly> Sessions(ExchangeCalendar calendar, DateOnly date)
    {
        var sessions = new List<DateOnly>();
        for (var day = calendar.PreviousSession(date.AddDays(1)); day is not null && sessions.Count < LegacyDays;
             day = calendar.PreviousSession(day.Date))
        {
            sessions.Add(day.Date);
        }

        return sessions;
    }
}

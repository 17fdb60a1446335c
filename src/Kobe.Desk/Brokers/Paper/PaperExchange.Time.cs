using Kobe.Core.Markets;

namespace Kobe.Desk.Brokers.Paper;

/// <summary>What time does: opens and closes, auctions, expiry.</summary>
internal sealed partial class PaperExchange
{
    /// <summary>Lets time pass: what falls between happens in its order, then orders meet the prices of now.</summary>
    /// <param name="now">The new now (UTC); an earlier one changes nothing but is no error.</param>
    public void Advance(DateTimeOffset now)
    {
        if (now > Now)
        {
            foreach (var (instant, session) in Boundaries(Now, now))
            {
                Now = instant;
                Settle();
                AtBoundary(instant, session);
            }

            Now = now;
        }

        Settle();
        MatchQuotes();
    }

    private List<(DateTimeOffset Instant, Session Session)> Boundaries(DateTimeOffset after, DateTimeOffset to)
    {
        var found = new List<(DateTimeOffset, Session)>();
        var first = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(after, Calendar.Zone).DateTime);
        for (var day = Calendar.NextSession(first.AddDays(-1)); day?.Session?.Pre <= to;
             day = Calendar.NextSession(day.Date))
        {
            var session = day!.Session!;
            foreach (var instant in new[] { session.Pre, session.Open, session.Close, session.Post })
            {
                if (instant > after && instant <= to)
                {
                    found.Add((instant, session));
                }
            }
        }

        return found;
    }

    private void AtBoundary(DateTimeOffset instant, Session session)
    {
        foreach (var order in _book.ToArray())
        {
            if (order.Order.Status == OrderStatus.Accepted && order.Hours.Covers(instant))
            {
                order.Order = order.Order with { Status = OrderStatus.New, UpdatedAt = instant };
                Tell("new", order);
            }
        }

        if (instant == session.Open || instant == session.Close)
        {
            Auction(instant);
        }

        MatchQuotes();
        foreach (var order in _book.ToArray())
        {
            // An opening order without a price yet waits for the session's first bar.
            var waits = order.Order.TimeInForce == TimeInForce.Opg && !_quotes.ContainsKey(order.Order.Symbol)
                && instant == session.Open;
            if (order.IsOpen && order.Hours.Until <= instant && !waits)
            {
                Expire(order);
            }
        }

        if (instant == session.Close)
        {
            LastEquity = Account().Equity;
            _closed = true;
        }
    }

    // Auction orders all trade at one price: the last one, or the quote's side where there was no trade.
    private void Auction(DateTimeOffset instant)
    {
        foreach (var order in _book.ToArray())
        {
            if (!order.IsOpen || order.Hours.From != instant || order.Hours.Until != instant
                || _halted.Contains(order.Order.Symbol))
            {
                continue;
            }

            var closing = order.Order.TimeInForce == TimeInForce.Cls;
            if (!closing && !_quotes.ContainsKey(order.Order.Symbol))
            {
                continue;
            }

            var price = MarkOf(order.Order.Symbol);
            if (price > 0 && IsGoodEnough(order.Order, price))
            {
                Fill(order, WholeOf(order, price), price);
            }
        }
    }

    private void Settle()
    {
        foreach (var order in _book.ToArray())
        {
            if (!order.CancelRequested || !order.IsOpen)
            {
                continue;
            }

            if (Faults.CancelLosesRace && QuoteOf(order.Order.Symbol) is { } quote)
            {
                Fill(order, order.Order.Remaining, order.Order.LimitPrice ?? quote.Last);
                continue;
            }

            Withdraw(order);
        }
    }

    private void Withdraw(WorkingOrder order)
    {
        order.Order = order.Order with { Status = OrderStatus.Canceled, CanceledAt = Now, UpdatedAt = Now };
        Tell("canceled", order);
        WithdrawOthers(order);
    }

    private void Expire(WorkingOrder order)
    {
        order.Order = order.Order with { Status = OrderStatus.Expired, ExpiredAt = Now, UpdatedAt = Now };
        Tell("expired", order);
        WithdrawOthers(order);
    }

    // If one of a group is cancelled or expires, so are the others, and exits whose entry will not come.
    private void WithdrawOthers(WorkingOrder order)
    {
        foreach (var other in order.Group.Concat(order.Legs).ToArray())
        {
            if (other.IsOpen && other != order
                && (other.Hours.Until > Now || order.Order.Status == OrderStatus.Canceled))
            {
                Withdraw(other);
            }
        }
    }
}

using System.Globalization;
using Kobe.Contracts;
using Kobe.Desk;
using Kobe.Desk.Brokers;
using Kobe.Desk.Orders;
using Kobe.Desk.Sessions;
using Kobe.Plugins.Facts;
using Kobe.Plugins.Trading.Books;

namespace Kobe.Plugins.Trading.Desks;

/// <summary>What a trading handler has during one attempt: the desk, today, and the books beside it.</summary>
internal sealed class TradingRun
{
    private TradingRun(TaskContext context, DeskSession session, TradingDesk desk)
    {
        (Context, Session, Desk) = (context, session, desk);
        Folder = session.PathOf(session.Settings.Mode.ToString().ToLowerInvariant());
        Book = new(Folder);
    }

    public TaskContext Context { get; }

    public DeskSession Session { get; }

    public TradingDesk Desk { get; }

    /// <summary>The folder of the desk's mode.</summary>
    public string Folder { get; }

    /// <summary>What is meant with each position.</summary>
    public PositionBook Book { get; }

    public DateTimeOffset Now => Session.Now;

    public DateOnly Today => Session.Today;

    /// <summary>What people read beside prices that were made up.</summary>
    public string Label => Session.Source.IsSynthetic ? "SYNTHETIC prices. " : "";

    /// <summary>Opens the desk and works; what the disk or the settings refuse becomes a result.</summary>
    public static async Task<TaskResult> DoAsync(
        TaskContext context, Func<TradingRun, Task<TaskResult>> work, CancellationToken cancellation)
    {
        try
        {
            return await work(await OpenAsync(context, cancellation));
        }
        catch (Exception wrong) when (wrong is InvalidDataException or InvalidOperationException)
        {
            return new TaskResult.Fatal(wrong.Message);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return new TaskResult.Failed(refused.Message);
        }
    }

    public static async Task<TradingRun> OpenAsync(TaskContext context, CancellationToken cancellation)
    {
        var session = DeskSession.Of(context);
        return new(context, session, await session.TradingAsync(cancellation));
    }

    /// <summary>What is held.</summary>
    /// <exception cref="IOException">The broker does not tell.</exception>
    public async Task<IReadOnlyList<Position>> PositionsAsync(CancellationToken cancellation) =>
        await Desk.Account.PositionsAsync(cancellation) is BrokerReply<IReadOnlyList<Position>>.Done { Value: var held }
            ? [.. held.OrderBy(position => position.Symbol, StringComparer.Ordinal)]
            : throw new IOException("The broker does not tell what is held. It is asked again with the next attempt.");

    /// <summary>The orders that have not ended.</summary>
    /// <exception cref="IOException">The broker does not tell.</exception>
    public async Task<IReadOnlyList<Order>> OpenOrdersAsync(CancellationToken cancellation) =>
        await Desk.Account.OpenOrdersAsync(cancellation) is BrokerReply<IReadOnlyList<Order>>.Done { Value: var open }
            ? open
            : throw new IOException("The broker does not tell which orders are open. The next attempt asks again.");

    /// <summary>The account.</summary>
    /// <exception cref="IOException">The broker does not tell.</exception>
    public async Task<Account> AccountAsync(CancellationToken cancellation) =>
        await Desk.Account.AccountAsync(cancellation) is BrokerReply<Account>.Done { Value: var account }
            ? account
            : throw new IOException("The broker does not tell the account. The next attempt asks again.");

    /// <summary>The best prices of a symbol; null when there are none.</summary>
    public async Task<Quote?> QuoteAsync(string symbol, CancellationToken cancellation) =>
        await Desk.Exchange.QuoteAsync(symbol, cancellation) is BrokerReply<Quote>.Done { Value: { Last: > 0 } quote }
            ? quote : null;

    /// <summary>The desk's own orders of today.</summary>
    public IReadOnlyList<DeskOrder> OrdersOfToday() => OrdersOf(Today);

    /// <summary>The desk's own orders of a date.</summary>
    public IReadOnlyList<DeskOrder> OrdersOf(DateOnly date) =>
        [.. Desk.Orders.Where(order => DateOf(order.At) == date)];

    /// <summary>The date at the exchange of an instant.</summary>
    public DateOnly DateOf(DateTimeOffset instant) => Session.Market.Calendar.DateOf(instant);

    /// <summary>How many sessions have begun after a date, up to today.</summary>
    public int SessionsSince(DateOnly date)
    {
        var sessions = 0;
        for (var day = Session.Market.Calendar.PreviousSession(Today.AddDays(1)); day is not null && day.Date > date;
             day = Session.Market.Calendar.PreviousSession(day.Date))
        {
            sessions++;
        }

        return sessions;
    }

    /// <summary>A fact that was published for today; null when there is none of today.</summary>
    public T? OfToday<T>(string fact)
        where T : class => TodayFacts.Find<T>(Context, fact);

    /// <summary>An amount as people read it.</summary>
    public static string Money(decimal dollars) => dollars.ToString("#,##0.00", CultureInfo.InvariantCulture);
}

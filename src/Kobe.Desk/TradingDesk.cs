using Kobe.Desk.Accounts;
using Kobe.Desk.Brokers;
using Kobe.Desk.Brokers.Alpaca;
using Kobe.Desk.Brokers.Paper;
using Kobe.Desk.Files;
using Kobe.Desk.Orders;

namespace Kobe.Desk;

/// <summary>The desk as a handler has it for the length of one attempt: door, account, ledger.</summary>
/// <remarks>
/// One at a time writes to <c>state/desk/</c>. Each mode has files of its own there (<c>paper</c>, <c>observe</c>,
/// <c>live</c>), so that pretended money never meets real money in one ledger.
/// </remarks>
public sealed class TradingDesk : IDisposable
{
    private readonly List<IDisposable> _open;
    private readonly IBroker _broker;
    private readonly OrderLog _orders;
    private readonly LedgerBook _book;
    private readonly TimeProvider _time;
    private readonly string _folder;
    private readonly DeskMode _mode;
    private Reconciliation? _reconciled;

    private TradingDesk(
        DeskOpening opening, IBroker broker, OrderLog orders, LedgerBook book, Func<DateTimeOffset, string?> live,
        string folder, List<IDisposable> open)
    {
        (_folder, _mode) = (folder, opening.Mode);
        (_broker, _orders, _book, _time, _open) = (broker, orders, book, opening.Clock, open);
        Door = new OrderDoor(
            broker, opening.Mode, orders, book.Ledger, new TradingStateFiles(opening.State), opening.Market,
            opening.Limits, opening.Clock, new DoorGuards(OnceReconciledAsync, live));
    }

    /// <summary>Where orders go through.</summary>
    public OrderDoor Door { get; }

    /// <summary>The broker's account, to look at.</summary>
    public IAccountReader Account => _broker;

    /// <summary>The broker's clock, calendar and prices.</summary>
    public IExchangeReader Exchange => _broker;

    /// <summary>The desk's own account of money and shares.</summary>
    public AccountLedger Ledger => _book.Ledger;

    /// <summary>The desk's own orders, in the order in which they were first intended, the newest last.</summary>
    public IEnumerable<DeskOrder> Orders => _orders.Records.All.Select(DeskOrder.Of);

    /// <summary>The faults that the account on this machine is to meet; null at a broker's.</summary>
    internal FaultScript? Faults => (_broker as PaperBroker)?.Faults;

    /// <summary>Whether one of its files refused a write: it acknowledges nothing more until it is opened
    /// again.</summary>
    internal bool IsBroken => _open.OfType<LineLog>().Any(log => log.IsBroken);

    /// <summary>Opens the desk.</summary>
    /// <param name="opening">With what.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="IOException">Another process has the desk's files, or they can't be read.</exception>
    /// <exception cref="InvalidDataException">One of the files is damaged in the middle.</exception>
    /// <exception cref="InvalidOperationException">Live trading without keys, or the broker refuses them.</exception>
    public static Task<TradingDesk> OpenAsync(DeskOpening opening, CancellationToken cancellation) =>
        OpenAsync(opening, broker: null, cancellation);

    /// <summary>Opens the desk before a broker that a test has made.</summary>
    internal static async Task<TradingDesk> OpenAsync(
        DeskOpening opening, IBroker? broker, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(opening);
        var folder = Path.Combine(opening.State, "desk", opening.Mode.ToString().ToLowerInvariant());
        List<IDisposable> open = [DeskLock.Take(folder)];
        try
        {
            LineLog Log(string name)
            {
                var log = LineLog.Open(Path.Combine(folder, name));
                open.Add(log);
                return log;
            }

            broker ??= Broker(opening, open, Log);
            var live = await LiveAsync(opening, broker, cancellation).ConfigureAwait(false);
            return new TradingDesk(
                opening, broker, new OrderLog(Log("orders.jsonl")), new LedgerBook(Log("ledger.jsonl")), live, folder,
                open);
        }
        catch
        {
            Close(open);
            throw;
        }
    }

    /// <summary>
    /// Finds out about orders in doubt, takes up what moved, values what is held and compares with the broker.
    /// </summary>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>What differs, and which of it is new to a person; or why the broker could not be asked.</returns>
    public async Task<DeskReport> ReconcileAsync(CancellationToken cancellation)
    {
        await OrderUpkeep.RefreshAsync(_broker, _orders, _time, cancellation).ConfigureAwait(false);
        if (await _book.SyncAsync(_broker, _orders.Records, _time.GetUtcNow(), cancellation).ConfigureAwait(false)
            is { } problem)
        {
            return new(null, [], problem);
        }

        var positions = await _broker.PositionsAsync(cancellation).ConfigureAwait(false);
        var open = await _broker.OpenOrdersAsync(cancellation).ConfigureAwait(false);
        if (positions.ValueOrDefault is not { } held || open.ValueOrDefault is not { } orders)
        {
            return new(null, [], $"{positions} {open}");
        }

        _book.Value(held, _time.GetUtcNow());
        _reconciled = Reconciliation.Of(Ledger, _orders.Records, held, orders);
        var account = await _broker.AccountAsync(cancellation).ConfigureAwait(false);
        DeskView.Write(
            _folder, _mode, _time.GetUtcNow(), account.ValueOrDefault, held, _orders.Records, Ledger, _reconciled);
        return new(_reconciled, [.. _reconciled.Findings.Where(finding => _orders.Tell(finding.Id))], null);
    }

    /// <summary>Another attempt takes the desk: what an earlier one found out about the broker is old.</summary>
    internal void Begin() => _reconciled = null;

    /// <inheritdoc/>
    public void Dispose()
    {
        Door.Dispose();
        Close(_open);
    }

    private async Task<Reconciliation?> OnceReconciledAsync(CancellationToken cancellation) =>
        _reconciled ?? (await ReconcileAsync(cancellation).ConfigureAwait(false)).Reconciliation;

    private static IBroker Broker(DeskOpening opening, List<IDisposable> open, Func<string, LineLog> log)
    {
        if (opening.Secrets?.Find(DeskOpening.KeyIdSecret) is { Length: > 0 } id
            && opening.Secrets.Find(DeskOpening.KeySecret) is { Length: > 0 } secret)
        {
            var client = new AlpacaClient(AlpacaEndpoint.For(opening.Mode), new(id, secret), opening.Clock);
            open.Add(client);
            return client;
        }

        if (opening.Mode == DeskMode.Live)
        {
            throw new InvalidOperationException(
                $"Live trading needs the secrets {DeskOpening.KeyIdSecret} and {DeskOpening.KeySecret}.");
        }

        var paper = new PaperLog(log("paper.jsonl"));
        var history = paper.History.ToList();
        var exchange = new PaperExchange(
            opening.Market.Calendar, opening.Paper, history.Count == 0 ? opening.Clock.GetUtcNow() : history[0].Now);
        exchange.Restore(history);
        return new PaperBroker(
            exchange, opening.Clock, paper, opening.Tape ?? new SeriesTape(opening.Prices));
    }

    private static async Task<Func<DateTimeOffset, string?>> LiveAsync(
        DeskOpening opening, IBroker broker, CancellationToken cancellation)
    {
        if (opening.Mode != DeskMode.Live)
        {
            return _ => null;
        }

        var reply = await broker.AccountAsync(cancellation).ConfigureAwait(false);
        var account = reply.ValueOrDefault
            ?? throw new InvalidOperationException($"The live account can't be read: {reply}");
        var file = Path.Combine(opening.State, "desk", "live-approval.json");
        return now => LivePermission.Problem(
            account.Number, opening.LiveAccount, File.Exists(file) ? File.ReadAllText(file) : null, now);
    }

    private static void Close(List<IDisposable> open)
    {
        // The lock was taken first and goes last.
        for (var i = open.Count - 1; i >= 0; i--)
        {
            open[i].Dispose();
        }
    }
}

using Kobe.Core.Markets;
using Kobe.Core.Runs;
using Kobe.Desk.Accounts;
using Kobe.Desk.Brokers;
using Kobe.Desk.Files;
using Kobe.Desk.Orders;
using Kobe.Desk.Orders.Gates;
using Kobe.Desk.Tests.Brokers;
using Kobe.Desk.Tests.Support;

namespace Kobe.Desk.Tests.Orders;

/// <summary>A desk on files of its own before a broker: Monday 2026-11-23, 11:00 in New York, entries are free.</summary>
internal sealed class DeskScene : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 16, 0, 0, TimeSpan.Zero);
    private static readonly MarketClock Market = new CalendarSet(
        [BuiltInCalendars.Xnys(Zones.NewYork)], PhaseTable.BuiltIn, Kobe.Core.Markets.Events.BuiltInEvents.Rules).Default;

    private readonly List<IDisposable> _open = [];

    public DeskScene(BrokerScene broker, RiskLimits? limits = null, DeskMode mode = DeskMode.Paper)
    {
        Broker = new BlindBroker(broker.Broker);
        (Scene, Limits, Mode) = (broker, limits ?? RiskLimits.Default, mode);
        State = Directory.CreateTempSubdirectory("kobe-door-").FullName;
        Scene.Time.Set(Start > Scene.Time.GetUtcNow() ? Start : Scene.Time.GetUtcNow());
        Open();
    }

    public BrokerScene Scene { get; }

    public RiskLimits Limits { get; set; }

    public DeskMode Mode { get; set; }

    public string State { get; }

    public string? LiveProblem { get; set; }

    public OrderDoor Door { get; private set; } = null!;

    public OrderLog Log { get; private set; } = null!;

    public LedgerBook Book { get; private set; } = null!;

    /// <summary>The broker as the door sees it.</summary>
    public BlindBroker Broker { get; }

    /// <summary>What happens when the door looks at the clock.</summary>
    public Action? OnClock { get; set; }

    public Reconciliation? Reconciled { get; set; } = new([]);

    /// <summary>As after a crash: everything in memory is gone, the files are there.</summary>
    public void Restart()
    {
        Close();
        Open();
    }

    public void Set(TradingState state, bool exitsApproved = false) => File.WriteAllBytes(
        Path.Combine(State, "trading_state.json"),
        new TradingRecord(state, exitsApproved, new(Start, "ann", "a test")).Write(Zones.NewYork));

    public Task<DoorAnswer> Send(OrderIntent intent) => Scene.Time.RunAsync(Door.SubmitAsync(intent, default));

    public static OrderIntent Entry(string key = "orb@2026-11-23T11:00", decimal quantity = 10) => new()
    {
        Key = key,
        Task = "orb",
        Kind = IntentKind.Entry,
        Symbol = "AAPL",
        Side = OrderSide.Buy,
        Quantity = quantity,
        PlannedStop = 185,
    };

    public static OrderIntent Exit(string key = "close@2026-11-23T11:00", decimal quantity = 10) =>
        Entry(key, quantity) with { Kind = IntentKind.Exit, Side = OrderSide.Sell, Task = "close" };

    public async ValueTask DisposeAsync()
    {
        Close();
        await Scene.DisposeAsync();
        Directory.Delete(State, recursive: true);
    }

    private void Open()
    {
        LineLog File(string name)
        {
            var log = LineLog.Open(Path.Combine(State, name));
            _open.Add(log);
            return log;
        }

        Log = new OrderLog(File("orders.jsonl"));
        Book = new LedgerBook(File("ledger.jsonl"));
        Door = new OrderDoor(
            Broker, Mode, Log, Book.Ledger, new TradingStateFiles(State), Market, Limits,
            new WatchedTime(Scene.Time, () => OnClock?.Invoke()),
            new DoorGuards(_ => Task.FromResult(Reconciled), _ => LiveProblem));
    }

    private void Close()
    {
        Door.Dispose();
        _open.ForEach(one => one.Dispose());
        _open.Clear();
    }
}

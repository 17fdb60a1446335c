using Kobe.Desk.Brokers;
using Kobe.Desk.Brokers.Paper;
using Kobe.Desk.Files;
using Kobe.Desk.Tests.Support;
using static Kobe.Desk.Tests.Brokers.BrokerScene;

namespace Kobe.Desk.Tests.Brokers;

/// <summary>The paper account comes back from its file as it was.</summary>
public sealed class PaperLogTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kobe-desk-").FullName;

    private string File => Path.Combine(_folder, "paper.jsonl");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Account_ComesBack_WithOrdersPositionsAndMoney()
    {
        var time = new SimulatedTime(Start);
        var before = await Trade(time);
        await using var after = Open(time);

        var account = await after.Broker.AccountAsync(default);

        Assert.Equal(before.Account, account.ValueOrDefault);
        Assert.Equal(before.Positions, (await after.Broker.PositionsAsync(default)).ValueOrDefault!);
        var orders = (await after.Broker.OpenOrdersAsync(default)).ValueOrDefault!;
        Assert.Equal(before.Orders.Select(Shown), orders.Select(Shown));
        Assert.Equal(before.Activities, (await after.Broker.ActivitiesAsync(Start.AddDays(-1), default)).ValueOrDefault!);
    }

    [Fact]
    public async Task ExitsOfABracket_StillTakeEachOtherBack_AfterARestart()
    {
        var time = new SimulatedTime(Start);
        await Trade(time);
        await using var after = Open(time);
        after.Exchange.Show("AAPL", new Quote(196, 196.1m, 196, Start));

        await after.Broker.ClockAsync(default);

        Assert.DoesNotContain((await after.Broker.OpenOrdersAsync(default)).ValueOrDefault!, order => order.Side == OrderSide.Sell);
        Assert.Null(after.Exchange.Position("AAPL"));
    }

    [Fact]
    public async Task ClientOrderId_StaysTaken_AfterARestart()
    {
        var time = new SimulatedTime(Start);
        await Trade(time);
        await using var after = Open(time);
        after.Exchange.Show("AAPL", new Quote(189.98m, 190.02m, 190, Start));

        var reply = await after.Broker.SubmitAsync(Buy("b1", 10), default);

        Assert.Equal(RefusalKind.DuplicateClientOrderId, Assert.IsType<BrokerReply<Order>.Refused>(reply).Refusal.Kind);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(200)]
    public async Task TornEnd_IsCutOff_AndTheRestIsThere(int torn)
    {
        await Trade(new SimulatedTime(Start));
        var bytes = System.IO.File.ReadAllBytes(File);
        System.IO.File.WriteAllBytes(File, bytes[..^torn]);
        var lines = System.IO.File.ReadAllText(File).Count(c => c == '\n');

        using var log = LineLog.Open(File);

        Assert.Equal(lines, log.Lines.Count);
        log.Append(writer => writer.WriteNumber("more", 1));
        Assert.Equal(lines + 1, LineLog.Peek(File).Count);
    }

    [Fact]
    public async Task DamageInTheMiddle_IsRefused_WithItsLine()
    {
        await Trade(new SimulatedTime(Start));
        var bytes = System.IO.File.ReadAllBytes(File);
        bytes[20] ^= 1;
        System.IO.File.WriteAllBytes(File, bytes);

        var error = Assert.Throws<InvalidDataException>(() => LineLog.Open(File));

        Assert.Contains("paper.jsonl:1", error.Message, StringComparison.Ordinal);
    }

    private async Task<(Account Account, IReadOnlyList<Position> Positions, IReadOnlyList<Order> Orders, IReadOnlyList<Activity> Activities)> Trade(
        SimulatedTime time)
    {
        await using var scene = Open(time);
        scene.Exchange.Show("AAPL", new Quote(189.98m, 190.02m, 190, Start));
        await scene.Broker.SubmitAsync(Buy("b1", 10) with { Class = OrderClass.Bracket, TakeProfit = 195, StopLoss = 185 }, default);
        await scene.Broker.SubmitAsync(Buy("b2", 5, 150) with { TimeInForce = TimeInForce.Gtc }, default);
        await scene.Broker.ClockAsync(default);
        scene.Exchange.Show("AAPL", new Quote(190m, 190m, 190m, Start));
        return (
            (await scene.Broker.AccountAsync(default)).ValueOrDefault! with { BuyingPower = scene.Exchange.Account().BuyingPower },
            (await scene.Broker.PositionsAsync(default)).ValueOrDefault!.Select(one => one with { CurrentPrice = 190.02m }).ToList(),
            (await scene.Broker.OpenOrdersAsync(default)).ValueOrDefault!,
            (await scene.Broker.ActivitiesAsync(Start.AddDays(-1), default)).ValueOrDefault!) is var seen
            ? (Marked(seen.Item1), seen.Item2, seen.Item3, seen.Item4)
            : default;
    }

    // After a restart a position is worth its last fill until a price comes.
    private static Account Marked(Account account) => account with
    {
        Equity = account.Cash + (10 * 190.02m),
        LongMarketValue = 10 * 190.02m,
        BuyingPower = (2 * (account.Cash + (10 * 190.02m))) - (10 * 190.02m) - (5 * 150m),
    };

    private Opened Open(SimulatedTime time) => new(File, time);

    // Legs are shown beside their parent; a list of records is compared by what it shows.
    private static string Shown(Order order) => (order with { Legs = [] }).ToString();

    private sealed class Opened : IAsyncDisposable
    {
        private readonly LineLog _log;

        public Opened(string file, SimulatedTime time)
        {
            _log = LineLog.Open(file);
            var paper = new PaperLog(_log);
            Exchange = new PaperExchange(Support.Exchange.Xnys, new PaperOptions { PartialShare = 0 }, Start);
            Exchange.Restore(paper.History);
            Broker = new PaperBroker(Exchange, time, paper);
        }

        public PaperExchange Exchange { get; }

        public PaperBroker Broker { get; }

        public ValueTask DisposeAsync()
        {
            _log.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}

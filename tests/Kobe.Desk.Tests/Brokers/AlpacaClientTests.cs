using Kobe.Desk.Bars;
using Kobe.Desk.Brokers;
using Kobe.Desk.Brokers.Alpaca;
using Kobe.Desk.Brokers.Paper;
using Kobe.Desk.Tests.StandIn;
using static Kobe.Desk.Tests.Brokers.BrokerScene;

namespace Kobe.Desk.Tests.Brokers;

/// <summary>What the client does that no answer shows.</summary>
public class AlpacaClientTests
{
    private static readonly PaperOptions Whole = new() { PartialShare = 0 };

    [Fact]
    public async Task V20_WrongKey_IsSentOnce_AndIsNotInTheRefusal()
    {
        await using var scene = new AlpacaScene(Whole, key: "PKWRONG");

        var refusal = await scene.Refusal(scene.Broker.SubmitAsync(Buy("k1", 1), default));

        Assert.Equal((401, 0, RefusalKind.Unauthorized), (refusal.Status, refusal.Code, refusal.Kind));
        Assert.Equal(1, scene.Requests);
        Assert.DoesNotContain("PKWRONG", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task V20_WrongKey_EndsTheListening()
    {
        await using var scene = new AlpacaScene(Whole, key: "PKWRONG");
        await using var events = scene.Broker.ListenAsync(default).GetAsyncEnumerator(TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<UnauthorizedAccessException>(() => scene.Time.RunAsync(events.MoveNextAsync().AsTask()));

        Assert.DoesNotContain("PKWRONG", refused.Message, StringComparison.Ordinal);
        Assert.InRange(scene.Requests, 1, 2);
    }

    [Fact]
    public async Task V19_RequestBeyondTheMinutes_IsAnswered429_WithItsHeaders()
    {
        await using var scene = new AlpacaScene(Whole);
        using var http = new HttpClient { BaseAddress = scene.StandIn.Address };
        http.DefaultRequestHeaders.Add("APCA-API-KEY-ID", AlpacaStandIn.KeyId);
        http.DefaultRequestHeaders.Add("APCA-API-SECRET-KEY", AlpacaStandIn.Secret);
        for (var i = 0; i < 200; i++)
        {
            Assert.Equal(200, (int)(await http.GetAsync("v2/clock", TestContext.Current.CancellationToken)).StatusCode);
        }

        var answer = await http.GetAsync("v2/clock", TestContext.Current.CancellationToken);
        string Header(string name) => answer.Headers.GetValues(name).Single();

        Assert.Equal((429, "0", "200"), ((int)answer.StatusCode, Header("X-Ratelimit-Remaining"), Header("X-Ratelimit-Limit")));
        Assert.True(DateTimeOffset.FromUnixTimeSeconds(long.Parse(Header("X-Ratelimit-Reset"))) > scene.Time.GetUtcNow());
        Assert.Contains("42910000", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_IsRepeatedAfterAServersError_AndAnOrderIsNot()
    {
        await using var scene = new AlpacaScene(Whole);
        scene.Exchange.Faults.Add(Fault.ErrorAfterAccept);

        var reply = await scene.Time.RunAsync(scene.Broker.SubmitAsync(Buy("k2", 1), default));

        Assert.IsType<BrokerReply<Order>.Unclear>(reply);
        Assert.Equal(1, scene.Requests);
        Assert.Equal("/v2/orders", Assert.Single(scene.StandIn.Paths));
    }

    [Fact]
    public async Task Cancel_IsRepeated_WhenItsAnswerIsLost()
    {
        await using var scene = new AlpacaScene(Whole);
        var order = await scene.Submit(Buy("k3", 1, 150));
        scene.Exchange.Faults.Add(Fault.ErrorBeforeAccept, Fault.TimeoutAfterAccept);

        await scene.Time.RunAsync(scene.Broker.CancelAsync(order.Id, default));

        Assert.Equal(OrderStatus.Canceled, (await scene.Read(order)).Status);
    }

    [Fact]
    public async Task ListsLongerThanAPage_AreReadWhole()
    {
        await using var scene = new AlpacaScene(Whole);
        scene.Time.Pass(TimeSpan.FromMinutes(1));
        for (var i = 0; i < 250; i++)
        {
            scene.Time.Pass(TimeSpan.FromMilliseconds(1));
            scene.Exchange.Advance(scene.Time.GetUtcNow());
            scene.Exchange.Transfer(i);
        }

        var activities = await scene.Value(scene.Broker.ActivitiesAsync(Start, default));

        Assert.Equal(Enumerable.Range(0, 250).Select(i => (decimal)i), activities.Select(one => one.Amount));
    }

    [Fact]
    public async Task OpenOrders_AreAllThere_OldestFirst()
    {
        await using var scene = new AlpacaScene(Whole);
        for (var i = 0; i < 620; i++)
        {
            scene.Time.Pass(TimeSpan.FromMilliseconds(1));
            scene.Exchange.Advance(scene.Time.GetUtcNow());
            scene.Exchange.Submit(Buy($"many-{i}", 1, 1));
        }

        var orders = await scene.Value(scene.Broker.OpenOrdersAsync(default));

        Assert.Equal(Enumerable.Range(0, 620).Select(i => $"many-{i}"), orders.Select(order => order.ClientOrderId));
    }

    [Fact]
    public async Task Bars_ComePageByPage_AndSpanTheirSession()
    {
        await using var scene = new AlpacaScene(Whole);
        var midnight = new DateTimeOffset(2026, 11, 23, 5, 0, 0, TimeSpan.Zero);
        scene.StandIn.Bars.Put("AAPL", [.. Enumerable.Range(0, 5).Select(i => Daily(midnight.AddDays(i)))]);
        scene.StandIn.Bars.Put("SPY", Daily(midnight), Daily(midnight.AddDays(5)));
        using var wire = new AlpacaWire(
            AlpacaEndpoint.StandIn(scene.StandIn.Address), new(AlpacaStandIn.KeyId, AlpacaStandIn.Secret), scene.Time,
            AlpacaClient.TimeoutUsual);
        var bars = new AlpacaBars(AlpacaEndpoint.StandIn(scene.StandIn.Address), wire, Support.Exchange.Xnys);

        var readings = await scene.Value(bars.ReadAsync(
            ["SPY", "AAPL", "NONE"], BarInterval.Day, Adjustment.Split, midnight, midnight.AddDays(6), default));

        var (spy, apple, none) = (readings[0], readings[1], readings[2]);
        // Thursday the 26th is Thanksgiving and Saturday the 28th no session: kept out, with the reason.
        Assert.Equal([23, 24, 25, 27], apple.Series!.All.ToArray().Select(bar => bar.Start.Day));
        Assert.Equal(new DateTimeOffset(2026, 11, 27, 18, 0, 0, TimeSpan.Zero), apple.Series[3].End);
        Assert.Contains("Thanksgiving", Assert.Single(apple.Quarantined).Reason, StringComparison.Ordinal);
        Assert.Single(spy.Quarantined);
        Assert.Equal((1, 0), (spy.Series!.Count, none.Series!.Count));
        Assert.Equal(Adjustment.Split, apple.Series.Name.Adjustment);
        Assert.Contains("adjustment=split", scene.StandIn.Paths[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bars_OfSeveralPages_AreOneSeries()
    {
        await using var scene = new AlpacaScene(Whole);
        var open = Support.Exchange.Open("2026-11-23");
        var minutes = Enumerable.Range(0, 390).Select(i => Minute(open.AddMinutes(i))).ToArray();
        var many = Enumerable.Range(0, 30).Select(i => $"S{i:D2}").ToArray();
        foreach (var symbol in many)
        {
            scene.StandIn.Bars.Put(symbol, minutes);
        }

        using var wire = new AlpacaWire(
            AlpacaEndpoint.StandIn(scene.StandIn.Address), new(AlpacaStandIn.KeyId, AlpacaStandIn.Secret), scene.Time,
            AlpacaClient.TimeoutUsual);
        var bars = new AlpacaBars(AlpacaEndpoint.StandIn(scene.StandIn.Address), wire, Support.Exchange.Xnys);

        var readings = await scene.Value(bars.ReadAsync(
            many, BarInterval.Minute, Adjustment.Raw, open, open.AddHours(8), default));

        Assert.All(readings, reading => Assert.Equal(390, reading.Series!.Count));
        Assert.Equal(2, scene.StandIn.Paths.Count);
    }

    private static Bar Daily(DateTimeOffset at) => new(at, at.AddDays(1), 10, 12, 9, 11, 1000);

    private static Bar Minute(DateTimeOffset at) => new(at, at.AddMinutes(1), 10, 12, 9, 11, 1000);
}

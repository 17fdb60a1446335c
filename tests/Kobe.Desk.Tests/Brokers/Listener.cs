using Kobe.Desk.Brokers;

namespace Kobe.Desk.Tests.Brokers;

/// <summary>Somebody who listens to a broker, and asks for one event after the other.</summary>
internal sealed class Listener : IAsyncDisposable
{
    private readonly BrokerScene _scene;
    private readonly CancellationTokenSource _stop = new();
    private readonly IAsyncEnumerator<OrderEvent> _events;
    private Task<bool> _next;

    public Listener(BrokerScene scene)
    {
        _scene = scene;
        _events = scene.Broker.ListenAsync(_stop.Token).GetAsyncEnumerator(CancellationToken.None);
        _next = _events.MoveNextAsync().AsTask();
    }

    /// <summary>The next so many events.</summary>
    public async Task<List<OrderEvent>> Next(int count)
    {
        var heard = new List<OrderEvent>();
        while (heard.Count < count)
        {
            heard.Add(await One());
        }

        return heard;
    }

    /// <summary>Events up to the one that is named by the order's client id and the event's word.</summary>
    public async Task<List<OrderEvent>> Until(string what)
    {
        var heard = new List<OrderEvent>();
        do
        {
            heard.Add(await One());
        }
        while ($"{heard[^1].Order.ClientOrderId} {heard[^1].Event}" != what);
        return heard;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        try
        {
            await _next;
        }
        catch (OperationCanceledException)
        {
            // As it was asked.
        }

        await _events.DisposeAsync();
        _stop.Dispose();
    }

    // Time passes as far as a lost line waits for it.
    private async Task<OrderEvent> One()
    {
        Assert.True(await _scene.Time.RunAsync(_next));
        var what = _events.Current;
        _next = _events.MoveNextAsync().AsTask();
        return what;
    }
}

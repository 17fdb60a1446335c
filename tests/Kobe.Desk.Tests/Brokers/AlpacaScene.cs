using Kobe.Desk.Brokers;
using Kobe.Desk.Brokers.Alpaca;
using Kobe.Desk.Brokers.Paper;
using Kobe.Desk.Tests.StandIn;

namespace Kobe.Desk.Tests.Brokers;

/// <summary>Alpaca's client against the stand-in on 127.0.0.1.</summary>
internal sealed class AlpacaScene : BrokerScene
{
    private readonly AlpacaClient _client;

    public AlpacaScene(PaperOptions options, TimeSpan? timeout = null, string? key = null, DateTimeOffset? start = null)
        : base(options, start)
    {
        StandIn = AlpacaStandIn.StartAsync(Exchange, Time).GetAwaiter().GetResult();
        _client = new AlpacaClient(
            AlpacaEndpoint.StandIn(StandIn.Address), new(key ?? AlpacaStandIn.KeyId, AlpacaStandIn.Secret), Time, timeout);
    }

    public AlpacaStandIn StandIn { get; }

    public override IBroker Broker => _client;

    public override Task Listening() => StandIn.Listening;

    public override async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await StandIn.DisposeAsync();
    }
}

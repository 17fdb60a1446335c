using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Kobe.Desk.Tests.Plugins.MarketData;

/// <summary>A server of feeds on 127.0.0.1 that answers as a test says.</summary>
internal sealed class FeedStandIn : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Func<HttpContext, int, Task> _answer;
    private int _requests;

    private FeedStandIn(WebApplication app, Func<HttpContext, int, Task> answer)
    {
        (_app, _answer) = (app, answer);
        app.Run(context => _answer(context, Interlocked.Increment(ref _requests)));
    }

    public int Requests => _requests;

    public string Address { get; private set; } = "";

    public static async Task<FeedStandIn> StartAsync(Func<HttpContext, int, Task> answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        var standIn = new FeedStandIn(builder.Build(), answer);
        await standIn._app.StartAsync();
        var addresses = standIn._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        standIn.Address = addresses.Addresses.First() + "/feed";
        return standIn;
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }
}

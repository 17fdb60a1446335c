using System.Net;
using System.Net.Sockets;
using Kobe.Config;
using Kobe.Files;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Kobe.Web;

/// <summary>The web server, and nothing around it.</summary>
/// <remarks>
/// Kestrel itself without a host: no container, no configuration, no middleware. Measured on one machine, start to
/// listening: 20–30 ms and 45 MB resident, against 45–65 ms and 52–56 MB with the web host's builders.
/// </remarks>
internal sealed class WebServer : IAsyncDisposable
{
    // Slow clients may hold all connections as long as the header timeout, so there must be more than one machine's
    // user opens by mistake or malice: an idle one takes about 10 KB. A test opens 3,000 slow ones.
    private const int ConnectionsMax = 8_192;
    private const long BodyMax = 64 * 1024;
    private const int HeadersMax = 16 * 1024;
    private const int RequestLineMax = 4 * 1024;
    private static readonly TimeSpan HeadersTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    // What a client that reads slowly may cost at the end.
    private static readonly TimeSpan StopMax = TimeSpan.FromSeconds(2);

    private readonly KestrelServer _server;

    private WebServer(KestrelServer server, IReadOnlyList<string> urls)
    {
        _server = server;
        Urls = urls;
    }

    /// <summary>Where it listens, with the ports that it got.</summary>
    public IReadOnlyList<string> Urls { get; }

    /// <summary>Starts to listen.</summary>
    /// <param name="settings">Where.</param>
    /// <param name="respond">Answers every request.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="UserError">An address is taken, or not this machine's: exit code 1.</exception>
    public static async Task<WebServer> Start(
        WebSettings settings, Func<HttpContext, Task> respond, CancellationToken cancellation)
    {
        var logs = NullLoggerFactory.Instance;
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), logs);
        var server = new KestrelServer(Options.Create(OptionsFor(settings.Urls)), transport, logs);
        try
        {
            await server.StartAsync(new KestrelApplication(respond), cancellation).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or SocketException)
        {
            server.Dispose();
            throw new UserError(Sentence(settings.Urls, error), CommandLine.ExitCode.Failed);
        }

        var addresses = server.Features.Get<IServerAddressesFeature>()!.Addresses;
        return new WebServer(server, [.. addresses]);
    }

    /// <summary>Stops to listen, lets answers end, within limits.</summary>
    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(StopMax);
        await _server.StopAsync(limit.Token).ConfigureAwait(false);
        _server.Dispose();
    }

    private static KestrelServerOptions OptionsFor(IReadOnlyList<ListenUrl> urls)
    {
        var options = new KestrelServerOptions { AddServerHeader = false, AllowSynchronousIO = false };
        var limits = options.Limits;
        limits.MaxConcurrentConnections = ConnectionsMax;
        limits.MaxConcurrentUpgradedConnections = 0;
        limits.MaxRequestBodySize = BodyMax;
        limits.MaxRequestHeadersTotalSize = HeadersMax;
        limits.MaxRequestLineSize = RequestLineMax;
        limits.RequestHeadersTimeout = HeadersTimeout;
        limits.KeepAliveTimeout = KeepAlive;
        foreach (var url in urls)
        {
            if (url.Address is { } address)
            {
                options.Listen(address, url.Port, listen => listen.Protocols = HttpProtocols.Http1);
            }
            else if (url.Port == 0)
            {
                // Two sockets can't be given the same free port; the older loopback stands for both.
                options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
            }
            else
            {
                options.ListenLocalhost(url.Port, listen => listen.Protocols = HttpProtocols.Http1);
            }
        }

        return options;
    }

    private static string Sentence(IReadOnlyList<ListenUrl> urls, Exception error)
    {
        var where = string.Join(", ", urls);
        return error is AddressInUseException || error.InnerException is AddressInUseException
            ? $"Another program listens on {where} already; stop it, or set another address with --urls or urls."
            : $"Kobe can't listen on {where}: {error.Message}";
    }
}

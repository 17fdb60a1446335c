using System.Net;

namespace Kobe.Desk.Brokers.Alpaca;

/// <summary>The hosts that a client talks to. The mode owns them: no setting names a host.</summary>
/// <remarks>
/// The two trading hosts differ in a few letters and hold pretended or real money. So a client for the live host can
/// only be made from <see cref="DeskMode.Live"/>, and every address is compared with the list before it is used.
/// </remarks>
internal sealed record AlpacaEndpoint
{
    private const string LiveHost = "api.alpaca.markets";
    private const string PaperHost = "paper-api.alpaca.markets";
    private const string DataHost = "data.alpaca.markets";

    private AlpacaEndpoint(Uri trading, Uri market, Uri stream) =>
        (Trading, Market, Stream) = (trading, market, stream);

    /// <summary>Where orders go.</summary>
    public Uri Trading { get; }

    /// <summary>Where prices come from.</summary>
    public Uri Market { get; }

    /// <summary>Where what happens to orders is told.</summary>
    public Uri Stream { get; }

    /// <summary>The hosts of a mode; observing reads from the paper account.</summary>
    public static AlpacaEndpoint For(DeskMode mode)
    {
        var host = mode == DeskMode.Live ? LiveHost : PaperHost;
        return new(new Uri($"https://{host}/"), new Uri($"https://{DataHost}/"), new Uri($"wss://{host}/stream"));
    }

    /// <summary>A stand-in on this machine, for tests.</summary>
    /// <exception cref="ArgumentException">The address is another machine's.</exception>
    public static AlpacaEndpoint StandIn(Uri address)
    {
        if (!IPAddress.TryParse(address.Host, out var ip) || !IPAddress.IsLoopback(ip))
        {
            throw new ArgumentException($"{address} is not on this machine: a stand-in is.", nameof(address));
        }

        var stream = new UriBuilder(address) { Scheme = "ws", Path = "/stream" };
        return new(address, address, stream.Uri);
    }

    /// <summary>Whether an address belongs to this endpoint: scheme, host and port to the letter.</summary>
    public bool Owns(Uri address) => IsSame(address, Trading) || IsSame(address, Market);

    private static bool IsSame(Uri one, Uri other) =>
        one.Scheme == other.Scheme && one.Port == other.Port
        && string.Equals(one.Host, other.Host, StringComparison.Ordinal);
}

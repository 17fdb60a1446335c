using System.Globalization;
using System.Net;

namespace Kobe.Config;

/// <summary>An address to listen on.</summary>
/// <param name="Host">An IP address, or <c>localhost</c> for both loopback addresses.</param>
/// <param name="Port">1–65535; 0 for any that is free.</param>
internal sealed record ListenUrl(string Host, int Port)
{
    /// <summary>The address that everybody uses.</summary>
    public const string Loopback = "127.0.0.1";

    private const string Scheme = "http://";

    /// <summary>The address; null for <c>localhost</c>.</summary>
    public IPAddress? Address => IPAddress.TryParse(Host.Trim('[', ']'), out var address) ? address : null;

    /// <summary>Whether others than this machine could reach it.</summary>
    public bool IsRemote => Address is { } address && !IPAddress.IsLoopback(address);

    /// <summary>Reads <c>http://HOST:PORT</c>.</summary>
    /// <remarks>A name other than localhost is refused: it would mean whatever a name server says.</remarks>
    public static Reading<ListenUrl> Read(string text)
    {
        if (!text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return Refused("which doesn't begin with http:// (put a proxy in front for https)");
        }

        var rest = text[Scheme.Length..].TrimEnd('/');
        var colon = rest.LastIndexOf(':');
        if (colon <= 0 || rest[colon..].Contains(']') || rest.Contains('/'))
        {
            return Refused("which isn't http://HOST:PORT");
        }

        if (!ushort.TryParse(rest.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            return Refused("whose port isn't a number from 0 to 65535");
        }

        var url = new ListenUrl(rest[..colon].ToLowerInvariant(), port);
        return url.Host is "localhost" or Loopback || IsWritten(url) ? Reading<ListenUrl>.Of(url)
            : Refused("whose host is neither localhost nor an IP address");
    }

    /// <summary>As it is written.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Scheme}{Host}:{Port}");

    // The class library also takes 127.1 and 0x7f000001 for addresses; people would not see what they mean.
    private static bool IsWritten(ListenUrl url) =>
        url.Address is { } address && (url.Host.StartsWith('[') || address.ToString() == url.Host);

    private static Reading<ListenUrl> Refused(string problem) => new(null, ConfigCodes.BadUrl, problem);
}

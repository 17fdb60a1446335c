using System.Net;
using Microsoft.AspNetCore.Http;

namespace Kobe.Web;

/// <summary>Lets in only calls that mean this brain: the first thing that every request passes.</summary>
/// <remarks>
/// A page of a stranger in the owner's browser can send requests to loopback. It can't choose the Host (a rebound name
/// shows there) and can't leave out the Origin, so both are checked before anything else is looked at.
/// </remarks>
/// <param name="hosts">Names besides localhost and the address itself by which clients may call.</param>
internal sealed class WebGate(IReadOnlyList<string> hosts)
{
    /// <summary>Whether the Host header names this brain.</summary>
    public bool AllowsHost(HttpContext context)
    {
        var host = context.Request.Host;
        if (!host.HasValue)
        {
            return false;
        }

        var name = host.Host.ToLowerInvariant();
        if (name is "localhost" or "127.0.0.1" or "[::1]" || hosts.Contains(name, StringComparer.Ordinal))
        {
            return true;
        }

        // Somebody who typed the address that the brain listens on, when that is not loopback.
        return IPAddress.TryParse(name.Trim('[', ']'), out var address)
            && context.Connection.LocalIpAddress is { } local
            && address.Equals(local.IsIPv4MappedToIPv6 ? local.MapToIPv4() : local);
    }

    /// <summary>Whether the request comes from a page of this brain, or from no page at all.</summary>
    public static bool AllowsOrigin(HttpContext context)
    {
        var headers = context.Request.Headers;
        var origin = headers.Origin;
        var own = "http://" + context.Request.Host.Value;
        var isOwn = origin.Count == 0
            || (origin.Count == 1 && string.Equals(origin[0], own, StringComparison.OrdinalIgnoreCase));
        return isOwn && !string.Equals(headers["Sec-Fetch-Site"], "cross-site", StringComparison.OrdinalIgnoreCase);
    }
}

using Microsoft.AspNetCore.Http;

namespace Kobe.Web;

/// <summary>Takes a request through the gate to its route; whatever goes wrong becomes a problem document.</summary>
/// <remarks>A table of exact paths: no patterns to compile at the start, none to be tricked by a path.</remarks>
internal sealed class Router
{
    private const string Scheme = "Bearer ";

    private readonly WebGate _gate;
    private readonly ApiTokens _tokens;
    private readonly Action<Exception> _failed;
    private readonly Dictionary<string, List<Route>> _routes = new(StringComparer.Ordinal);

    /// <summary>A router.</summary>
    /// <param name="gate">Who is let in.</param>
    /// <param name="tokens">Who is who.</param>
    /// <param name="routes">What is answered.</param>
    /// <param name="failed">Gets what a route throws.</param>
    public Router(WebGate gate, ApiTokens tokens, IEnumerable<Route> routes, Action<Exception> failed)
    {
        _gate = gate;
        _tokens = tokens;
        _failed = failed;
        foreach (var route in routes)
        {
            if (!_routes.TryGetValue(route.Path, out var same))
            {
                _routes[route.Path] = same = [];
            }

            same.Add(route);
        }
    }

    /// <summary>Answers a request.</summary>
    public async Task Respond(HttpContext context)
    {
        try
        {
            await Choose(context).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller went away; there is nobody to answer.
        }
        catch (BadHttpRequestException error) when (!context.Response.HasStarted)
        {
            await Answer.Problem(context, error.StatusCode, "Bad request", error.Message).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The request's edge: one failed answer must not end the server.
        catch (Exception error) when (!context.Response.HasStarted)
#pragma warning restore CA1031
        {
            _failed(error);
            await Answer.Problem(context, 500, "Internal error", "Kobe failed to answer; its log says why.")
                .ConfigureAwait(false);
        }
    }

    private Task Choose(HttpContext context)
    {
        if (!_gate.AllowsHost(context))
        {
            return Answer.Problem(context, 400, "Unknown host",
                "The Host header names another machine; use the address that Kobe listens on.");
        }

        if (!WebGate.AllowsOrigin(context))
        {
            return Answer.Problem(context, 403, "Foreign origin", "Pages of other origins may not call Kobe.");
        }

        if (!_routes.TryGetValue(context.Request.Path.Value ?? "", out var routes))
        {
            return Answer.Problem(context, 404, "Not found", "There is nothing at this path.");
        }

        var method = HttpMethods.IsHead(context.Request.Method) ? HttpMethods.Get : context.Request.Method;
        if (routes.Find(one => HttpMethods.Equals(one.Method, method)) is not { } route)
        {
            context.Response.Headers.Allow = string.Join(", ", routes.Select(one => one.Method));
            return Answer.Problem(
                context, 405, "Method not allowed", $"This path takes {context.Response.Headers.Allow}.");
        }

        return Authorise(context, route);
    }

    private Task Authorise(HttpContext context, Route route)
    {
        var header = context.Request.Headers.Authorization;
        var token = header is [{ } text] && text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? text[Scheme.Length..].Trim()
            : null;
        var access = token is null ? Access.Open : _tokens.AccessOf(token);
        if (access >= route.Needs)
        {
            return route.Respond(context, access);
        }

        if (access != Access.Open)
        {
            return Answer.Problem(context, 403, "Forbidden", "The token for reading changes nothing.");
        }

        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Answer.Problem(context, 401, "Unauthorised", token is null
            ? "Send 'Authorization: Bearer' with a token of the state directory."
            : "The token is wrong.");
    }
}

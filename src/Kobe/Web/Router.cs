using Kobe.Logging;
using Microsoft.AspNetCore.Http;

namespace Kobe.Web;

/// <summary>Takes a request through the gate to its route; whatever goes wrong becomes a problem document.</summary>
/// <param name="gate">Who is let in.</param>
/// <param name="tokens">Who is who.</param>
/// <param name="routes">What is answered.</param>
/// <param name="guesses">Counts wrong tokens.</param>
/// <param name="log">Gets what a route throws, and that somebody guesses.</param>
internal sealed class Router(WebGate gate, ApiTokens tokens, RouteTable routes, GuessLimit guesses, Log log)
{
    private const string Scheme = "Bearer ";

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
        catch (WebRefusal refusal) when (!context.Response.HasStarted)
        {
            await Answer.Problem(context, refusal.Status, refusal.Title, refusal.Message).ConfigureAwait(false);
        }
        catch (BadHttpRequestException error) when (!context.Response.HasStarted)
        {
            await Answer.Problem(context, error.StatusCode, "Bad request", error.Message).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The request's edge: one failed answer must not end the server.
        catch (Exception error) when (!context.Response.HasStarted)
#pragma warning restore CA1031
        {
            log.Error("web", "A request failed.", error);
            await Answer.Problem(context, 500, "Internal error", "Kobe failed to answer; its log says why.")
                .ConfigureAwait(false);
        }
    }

    private Task Choose(HttpContext context)
    {
        if (!gate.AllowsHost(context))
        {
            return Answer.Problem(context, 400, "Unknown host",
                "The Host header names another machine; use the address that Kobe listens on.");
        }

        if (!WebGate.AllowsOrigin(context))
        {
            return Answer.Problem(context, 403, "Foreign origin", "Pages of other origins may not call Kobe.");
        }

        if (!routes.TryFind(context.Request.Path.Value ?? "", out var found, out var name))
        {
            return Answer.Problem(context, 404, "Not found", "There is nothing at this path; /api/v1/openapi.json "
                + "lists what there is.");
        }

        var method = HttpMethods.IsHead(context.Request.Method) ? HttpMethods.Get : context.Request.Method;
        if (found.Find(one => HttpMethods.Equals(one.Method, method)) is not { } route)
        {
            context.Response.Headers.Allow = string.Join(", ", found.Select(one => one.Method));
            return Answer.Problem(
                context, 405, "Method not allowed", $"This path takes {context.Response.Headers.Allow}.");
        }

        if (name is not null)
        {
            context.Request.RouteValues[Route.Id] = name;
        }

        return Authorise(context, route);
    }

    private Task Authorise(HttpContext context, Route route)
    {
        var header = context.Request.Headers.Authorization;
        var token = header is [{ } text] && text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? text[Scheme.Length..].Trim()
            : null;
        var access = token is null ? Access.Open : tokens.AccessOf(token);
        if (access == Access.Open && token is not null && TooMany(context) is { } refusal)
        {
            return refusal;
        }

        if (access >= route.Needs)
        {
            return route.Respond(context, access);
        }

        if (access != Access.Open)
        {
            return Answer.Problem(context, 403, "Forbidden",
                $"The token for reading changes nothing; control takes the one in {ApiTokens.ControlFile}.");
        }

        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Answer.Problem(context, 401, "Unauthorised", token is null
            ? "Send 'Authorization: Bearer' with a token of the state directory."
            : "The token is wrong.");
    }

    private Task? TooMany(HttpContext context)
    {
        if (guesses.Note(out var first) is not { } wait)
        {
            return null;
        }

        if (first)
        {
            log.Warning("web", "Somebody sends wrong tokens again and again; they are refused.");
        }

        context.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(
            System.Globalization.CultureInfo.InvariantCulture);
        return Answer.Problem(context, 429, "Too many wrong tokens",
            "Ask again with the right token, which is never kept waiting.");
    }
}

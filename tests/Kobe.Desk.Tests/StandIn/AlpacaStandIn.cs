using System.Globalization;
using System.Net;
using System.Text.Json;
using Kobe.Desk.Brokers;
using Kobe.Desk.Brokers.Paper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Kobe.Desk.Tests.StandIn;

/// <summary>Alpaca's trading and data interface on 127.0.0.1, with a paper exchange behind it and a fault script.</summary>
/// <remarks>Shapes, codes and headers by the reference; what is put there on purpose: fields that nobody knows,
/// timestamps with nine decimals and an offset, numbers as text.</remarks>
internal sealed class AlpacaStandIn : IAsyncDisposable
{
    public const string KeyId = "PKSTANDIN";
    public const string Secret = "stand-in-secret";

    private readonly PaperExchange _exchange;
    private readonly TimeProvider _time;
    private readonly WebApplication _app;
    private readonly Lock _gate = new();
    private readonly StandInLines _lines;

    private AlpacaStandIn(PaperExchange exchange, TimeProvider time, WebApplication app)
    {
        (_exchange, _time, _app, _lines) = (exchange, time, app, new(exchange, KeyId, Secret));
        app.UseWebSockets();
        app.Run(HandleAsync);
    }

    public Uri Address { get; private set; } = null!;

    /// <summary>Ends when somebody listens to what happens to orders.</summary>
    public Task Listening => _lines.Listening;

    /// <summary>The bars that the data interface has.</summary>
    public StandInBars Bars { get; } = new();

    /// <summary>The paths that were asked for, with their queries.</summary>
    public List<string> Paths { get; } = [];

    public static async Task<AlpacaStandIn> StartAsync(PaperExchange exchange, TimeProvider time)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0));
        var standIn = new AlpacaStandIn(exchange, time, builder.Build());
        await standIn._app.StartAsync();
        var addresses = standIn._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        standIn.Address = new Uri(addresses.Addresses.First());
        return standIn;
    }

    public async ValueTask DisposeAsync()
    {
        _lines.End();
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (context.WebSockets.IsWebSocketRequest)
        {
            await _lines.ServeAsync(context);
            return;
        }

        lock (_gate)
        {
            Paths.Add(path + context.Request.QueryString);
        }

        if (context.Request.Headers["APCA-API-KEY-ID"] != KeyId
            || context.Request.Headers["APCA-API-SECRET-KEY"] != Secret)
        {
            _exchange.Faults.Add(Fault.Unauthorized);
        }

        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        await RouteAsync(context, context.Request.Method, parts, body);
    }

    private Task RouteAsync(HttpContext context, string method, string[] parts, string body) => (method, parts) switch
    {
        ("GET", ["v2", "account"]) => Answer(context, () => Done(_exchange.Account()), StandInJson.Account),
        ("GET", ["v2", "clock"]) => Answer(context, () => Done(_exchange.Clock()), StandInJson.Clock),
        ("GET", ["v2", "calendar"]) => Answer(
            context, () => Done(_exchange.Days(Date(context, "start"), Date(context, "end"))),
            StandInJson.Each<BrokerDay>(StandInJson.Day)),
        ("GET", ["v2", "positions"]) => Answer(
            context, () => Done(_exchange.Positions()), StandInJson.Each<Position>(StandInJson.Position)),
        ("GET", ["v2", "positions", var symbol]) => Answer(
            context,
            () => _exchange.Position(symbol) is { } one ? Done(one) : Refuse<Position>(Refusals.NoPosition),
            StandInJson.Position),
        ("DELETE", ["v2", "positions", var symbol]) => Answer(
            context, () => _exchange.Close(symbol, Number(context, "qty")), StandInJson.Order, changes: true),
        ("GET", ["v2", "orders"]) => Answer(context, () => Done(Listed(context)), StandInJson.Each<Order>(StandInJson.Order)),
        ("GET", ["v2", "orders", var id]) => Answer(context, () => _exchange.Find(id), StandInJson.Order),
        ("GET", ["v2", "orders:by_client_order_id"]) => Answer(
            context, () => _exchange.FindByClientId(context.Request.Query["client_order_id"].ToString()), StandInJson.Order),
        ("POST", ["v2", "orders"]) => Answer(
            context,
            () => StandInRequests.Order(body) is (null, var wrong)
                ? Refuse<Order>(wrong!)
                : _exchange.Submit(StandInRequests.Order(body).Request!),
            StandInJson.Order, changes: true),
        ("PATCH", ["v2", "orders", var id]) => Answer(
            context, () => _exchange.Replace(id, StandInRequests.Change(body)), StandInJson.Order, changes: true),
        ("DELETE", ["v2", "orders", var id]) => Answer<bool>(
            context, () => _exchange.Cancel(id), null, changes: true, success: 204),
        ("GET", ["v2", "account", "activities"]) => Answer(
            context, () => Done(Activities(context)), StandInJson.Each<Activity>(StandInJson.Activity)),
        ("GET", ["v2", "stocks", "bars"]) => Answer(
            context, () => Done(Bars.Page(context.Request.Query)), (writer, page) => page.Write(writer)),
        ("GET", ["v2", "stocks", var symbol, "snapshot"]) => Answer(
            context,
            () => _exchange.QuoteOf(symbol) is { } quote ? Done(quote) : Refuse<Quote>(Refusals.Malform($"invalid symbol: {symbol}")),
            StandInJson.Snapshot),
        _ => Answer(context, () => Refuse<bool>(new(RefusalKind.NotFound, 404, Refusals.Missing, "endpoint not found")), null),
    };

    private async Task Answer<T>(
        HttpContext context, Func<BrokerReply<T>> call, Action<Utf8JsonWriter, T>? write, bool changes = false,
        int success = 200)
    {
        Served<T> served;
        lock (_gate)
        {
            served = _exchange.Serve(_time.GetUtcNow(), changes, call);
            _lines.Tell(isBroken: served.Fault == Fault.LineDrop);
            var headers = context.Response.Headers;
            headers["X-Ratelimit-Limit"] = Text(_exchange.Requests.Limit);
            headers["X-Ratelimit-Remaining"] = Text(_exchange.Requests.Remaining);
            headers["X-Ratelimit-Reset"] = Text(Ceiling(_exchange.Requests.Reset));
        }

        switch (served)
        {
            case { RetryAt: not null }:
                await Write(context, 429, writer => StandInJson.Refusal(writer, Refusals.RateLimited));
                return;
            case { Fault: Fault.TimeoutAfterAccept }:
                context.Abort();
                return;
            case { Fault: Fault.ErrorAfterAccept or Fault.ErrorBeforeAccept }:
                context.Response.StatusCode = served.Fault == Fault.ErrorAfterAccept ? 500 : 503;
                await context.Response.WriteAsync("<html><body>Server error</body></html>", context.RequestAborted);
                return;
            case { Fault: Fault.Slow }:
                // Until the client has had enough and hangs up.
                var gone = new TaskCompletionSource();
                await using (context.RequestAborted.Register(gone.SetResult))
                {
                    await gone.Task;
                }

                return;
            case { Reply: BrokerReply<T>.Refused { Refusal: var refusal } }:
                await Write(context, refusal.Status, writer => StandInJson.Refusal(writer, refusal));
                return;
            default:
                var value = ((BrokerReply<T>.Done)served.Reply!).Value;
                context.Response.StatusCode = success;
                if (write is not null)
                {
                    await Write(context, success, writer => write(writer, value));
                }

                return;
        }
    }

    private static async Task Write(HttpContext context, int status, Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        await using (var writer = new Utf8JsonWriter(buffer))
        {
            write(writer);
        }

        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(buffer.ToArray(), context.RequestAborted);
    }

    private List<Order> Listed(HttpContext context)
    {
        var all = context.Request.Query["status"] == "all";
        var (after, until) = (Instant(context, "after", DateTimeOffset.MinValue), Instant(context, "until", DateTimeOffset.MaxValue));
        return
        [
            .. _exchange.Orders.Where(order => (all || order.IsOpen) && order.Order.SubmittedAt < until && order.Order.SubmittedAt > after)
                .Select(order => order.Order).Reverse()
                .Take((int)(Number(context, "limit") ?? 50)),
        ];
    }

    private List<Activity> Activities(HttpContext context)
    {
        var after = DateTimeOffset.Parse(context.Request.Query["after"]!, CultureInfo.InvariantCulture);
        var token = context.Request.Query["page_token"].ToString();
        return
        [
            .. _exchange.Activities.Where(one => one.At > after)
                .SkipWhile(one => token.Length > 0 && one.Id != token).Skip(token.Length > 0 ? 1 : 0)
                .Take((int)(Number(context, "page_size") ?? 100)),
        ];
    }

    private static BrokerReply<T> Done<T>(T value) => new BrokerReply<T>.Done(value);

    private static BrokerReply<IReadOnlyList<T>> Done<T>(List<T> value) => new BrokerReply<IReadOnlyList<T>>.Done(value);

    private static BrokerReply<T> Refuse<T>(BrokerRefusal refusal) => new BrokerReply<T>.Refused(refusal);

    private static DateTimeOffset Instant(HttpContext context, string name, DateTimeOffset unnamed) =>
        context.Request.Query.TryGetValue(name, out var text) ? DateTimeOffset.Parse(text!, CultureInfo.InvariantCulture) : unnamed;

    private static DateOnly Date(HttpContext context, string name) => Days.Date(context.Request.Query[name]!);

    private static decimal? Number(HttpContext context, string name) =>
        decimal.TryParse(context.Request.Query[name], CultureInfo.InvariantCulture, out var number) ? number : null;

    private static long Ceiling(DateTimeOffset instant) => (instant.ToUnixTimeMilliseconds() + 999) / 1000;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}

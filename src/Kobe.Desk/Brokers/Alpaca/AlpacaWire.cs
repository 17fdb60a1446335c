using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Polly;
using Polly.Retry;

namespace Kobe.Desk.Brokers.Alpaca;

/// <summary>One call of Alpaca's REST interface: within the minute's budget, again where that is harmless.</summary>
/// <remarks>
/// Keys travel in headers and are never logged. Redirects are not followed: a key must not be carried to another host.
/// A 429 was not taken up, so any call may be repeated after it; everything else that is unclear is repeated only
/// where repeating changes nothing (<see cref="Manner"/>).
/// </remarks>
internal sealed class AlpacaWire : IDisposable
{
    private const int TriesMax = 3;
    private const int AnswerBytesMax = 16 << 20;
    private const int DepthMax = 32;
    private const int TooManyRequests = 429;
    private static readonly TimeSpan Backoff = TimeSpan.FromMilliseconds(500);
    private static readonly JsonDocumentOptions Limits = new() { MaxDepth = DepthMax };

    // Where a 429 names no time.
    private static readonly TimeSpan PauseUnnamed = TimeSpan.FromSeconds(3);

    private readonly AlpacaEndpoint _endpoint;
    private readonly HttpClient _http;
    private readonly RequestBudget _budget;
    private readonly TimeProvider _time;
    private readonly ResiliencePipeline<WireAnswer> _once;
    private readonly ResiliencePipeline<WireAnswer> _again;

    public AlpacaWire(AlpacaEndpoint endpoint, AlpacaKeys keys, TimeProvider time, TimeSpan timeout)
    {
        _endpoint = endpoint;
        _time = time;
        _budget = new RequestBudget(time);
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            Timeout = timeout,
            MaxResponseContentBufferSize = AnswerBytesMax,
        };
        _http.DefaultRequestHeaders.Add("APCA-API-KEY-ID", keys.Id);
        _http.DefaultRequestHeaders.Add("APCA-API-SECRET-KEY", keys.Secret);
        _once = Pipeline(answer => answer.Status == TooManyRequests);
        _again = Pipeline(
            answer => answer.Status is TooManyRequests or 408 or >= 500 || answer.Broken is not null);
    }

    /// <summary>Calls, and reads the answer.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="address">The whole address.</param>
    /// <param name="manner">What may be done when no answer comes.</param>
    /// <param name="body">Writes the body; null sends none.</param>
    /// <param name="read">Reads the entity that was asked for.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<BrokerReply<T>> CallAsync<T>(
        HttpMethod method,
        Uri address,
        Manner manner,
        Action<Utf8JsonWriter>? body,
        Func<JsonElement, T> read,
        CancellationToken cancellation)
    {
        if (!_endpoint.Owns(address))
        {
            throw new InvalidOperationException($"{address.Host} is not a host of this mode.");
        }

        var content = body is null ? null : Bytes(body);
        var answer = await (manner == Manner.Change ? _once : _again).ExecuteAsync(
            async token =>
            {
                await _budget.WaitAsync(manner == Manner.Cancel, token).ConfigureAwait(false);
                return await SendAsync(method, address, content, token).ConfigureAwait(false);
            },
            cancellation).ConfigureAwait(false);
        return Reply(answer, read);
    }

    public void Dispose() => _http.Dispose();

    private ResiliencePipeline<WireAnswer> Pipeline(Func<WireAnswer, bool> isWorthAnother) =>
        new ResiliencePipelineBuilder<WireAnswer> { TimeProvider = _time }
            .AddRetry(new RetryStrategyOptions<WireAnswer>
            {
                MaxRetryAttempts = TriesMax,
                BackoffType = DelayBackoffType.Exponential,
                Delay = Backoff,
                ShouldHandle = arguments => ValueTask.FromResult(
                    arguments.Outcome.Exception is null && isWorthAnother(arguments.Outcome.Result)),
            })
            .Build();

    private async Task<WireAnswer> SendAsync(
        HttpMethod method, Uri address, byte[]? content, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(method, address);
        if (content is not null)
        {
            request.Content = new ByteArrayContent(content);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        try
        {
            using var response = await _http.SendAsync(request, cancellation).ConfigureAwait(false);
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
            {
                _budget.PauseUntil(Reset(response));
            }

            return new WireAnswer(
                (int)response.StatusCode,
                await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false),
                Broken: null);
        }
        catch (HttpRequestException broken)
        {
            return new WireAnswer(0, [], $"The line broke: {broken.HttpRequestError}.");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new WireAnswer(0, [], $"No answer came within {_http.Timeout.TotalSeconds} s.");
        }
    }

    private DateTimeOffset Reset(HttpResponseMessage response)
    {
        var now = _time.GetUtcNow();
        if (response.Headers.RetryAfter?.Delta is { } wait)
        {
            return now + wait;
        }

        return response.Headers.TryGetValues("X-Ratelimit-Reset", out var values)
            && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var epoch)
            && DateTimeOffset.FromUnixTimeSeconds(epoch) is var reset && reset > now
            ? reset
            : now + PauseUnnamed;
    }

    private static BrokerReply<T> Reply<T>(WireAnswer answer, Func<JsonElement, T> read)
    {
        if (answer.Broken is { } why)
        {
            return new BrokerReply<T>.Unclear(why);
        }

        if (answer.Status is 408 or >= 500 or (>= 300 and < 400))
        {
            return new BrokerReply<T>.Unclear($"The server answered {answer.Status}.");
        }

        if (answer.Status >= 400)
        {
            return new BrokerReply<T>.Refused(AlpacaRefusal.Of(answer.Status, answer.Body));
        }

        try
        {
            using var document = answer.Body.Length == 0
                ? JsonDocument.Parse("null")
                : JsonDocument.Parse(answer.Body, Limits);
            return new BrokerReply<T>.Done(read(document.RootElement));
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException
            or KeyNotFoundException or InvalidOperationException or OverflowException)
        {
            // It was done, most likely; what was done can't be read, so it has to be looked up.
            return new BrokerReply<T>.Unclear($"The answer can't be read: {unreadable.Message}");
        }
    }

    private static byte[] Bytes(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            write(writer);
        }

        return buffer.WrittenSpan.ToArray();
    }
}

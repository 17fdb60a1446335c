using System.Net.Http.Headers;
using System.Net.Sockets;
using Kobe.Logging;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Kobe.Alerts.Channels;

/// <summary>Calls to the world over HTTP: each with a time limit, answers of limited size, and no exception.</summary>
/// <remarks>
/// What never left is tried twice more at once; everything else is for whoever calls to judge, because a message must
/// not be sent twice. Addresses are secrets and stand in no sentence.
/// </remarks>
internal sealed class OutboundCalls : IDisposable
{
    /// <summary>The usual limit of one call.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private const int BytesMax = 1024 * 1024;
    private const int RetriesMax = 2;

    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(300);

    private readonly HttpClient _client;
    private readonly Redaction _redaction;
    private readonly ResiliencePipeline<HttpAnswer> _retry;
    private readonly TimeProvider _time;

    /// <summary>Calls whose sentences are cleaned of secrets.</summary>
    public OutboundCalls(Redaction redaction, TimeProvider time)
    {
        _redaction = redaction;
        _time = time;
        var handler = new SocketsHttpHandler
        {
            // Elsewhere could be anywhere, with the secret in hand.
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        _client = new(handler) { Timeout = Timeout.InfiniteTimeSpan, MaxResponseContentBufferSize = BytesMax };
        _retry = new ResiliencePipelineBuilder<HttpAnswer> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<HttpAnswer>
            {
                ShouldHandle = new PredicateBuilder<HttpAnswer>()
                    .HandleResult(answer => answer.Failure is not null && !answer.InDoubt),
                MaxRetryAttempts = RetriesMax,
                Delay = RetryDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
            })
            .Build();
    }

    /// <summary>A POST with a document of JSON.</summary>
    public static HttpRequestMessage Post(Uri address, byte[] json)
    {
        var content = new ByteArrayContent(json);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        return new(HttpMethod.Post, address) { Content = content };
    }

    /// <summary>Makes a call.</summary>
    /// <param name="request">Makes the request, anew for each try.</param>
    /// <param name="limit">How long one try may take.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public async Task<HttpAnswer> Call(
        Func<HttpRequestMessage> request, TimeSpan limit, CancellationToken cancellation)
    {
        var timeout = new ResiliencePipelineBuilder { TimeProvider = _time }
            .AddTimeout(new TimeoutStrategyOptions { Timeout = limit })
            .Build();
        return await _retry.ExecuteAsync(
            async token => await Try(request, timeout, limit, token).ConfigureAwait(false), cancellation)
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task<HttpAnswer> Try(
        Func<HttpRequestMessage> make, ResiliencePipeline timeout, TimeSpan limit, CancellationToken cancellation)
    {
        try
        {
            return await timeout.ExecuteAsync(
                async token =>
                {
                    using var request = make();
                    using var response = await _client.SendAsync(request, token).ConfigureAwait(false);
                    var body = await response.Content.ReadAsByteArrayAsync(token).ConfigureAwait(false);
                    return new HttpAnswer((int)response.StatusCode, body)
                    {
                        RetryAfter = RetryAfter(response.Headers.RetryAfter),
                    };
                },
                cancellation).ConfigureAwait(false);
        }
        catch (TimeoutRejectedException)
        {
            return HttpAnswer.Lost($"no answer within {limit.TotalSeconds:0} s.");
        }
        catch (HttpRequestException error)
        {
            var why = Words(error);
            var never = error.HttpRequestError is HttpRequestError.ConnectionError
                or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError
                or HttpRequestError.ProxyTunnelError;
            return never ? HttpAnswer.Unreachable(why) : HttpAnswer.Lost(why);
        }
        catch (Exception error) when (error is IOException or InvalidOperationException)
        {
            return HttpAnswer.Lost(_redaction.Clean(error.Message));
        }
    }

    private string Words(HttpRequestException error) => error.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => "its name can't be resolved.",
        HttpRequestError.SecureConnectionError => "no secure connection came about.",
        HttpRequestError.ConnectionError when error.InnerException is SocketException socket =>
            $"no connection: {socket.SocketErrorCode}.",
        HttpRequestError.ConnectionError => "no connection.",
        _ => _redaction.Clean($"the connection failed: {error.HttpRequestError}."),
    };

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header) =>
        header?.Delta ?? (header?.Date is { } date && date - _time.GetUtcNow() is var left && left > TimeSpan.Zero
            ? left
            : null);
}

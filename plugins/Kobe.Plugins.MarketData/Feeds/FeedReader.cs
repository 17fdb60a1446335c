using System.Net;
using System.Net.Http.Headers;
using Polly;
using Polly.Retry;

namespace Kobe.Plugins.MarketData.Feeds;

/// <summary>Fetches a feed by HTTP: only what has changed, not longer than allowed, not more than allowed.</summary>
/// <remarks>Failures that may pass (no connection, 408, 429, 5xx) are tried again twice. A server that is too slow, or
/// sends too much, is not asked again.</remarks>
internal sealed class FeedReader : IDisposable
{
    private const int RedirectsMax = 3;
    private const int RetriesMax = 2;

    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(2);

    private readonly HttpClient _client;
    private readonly ResiliencePipeline<FeedAnswer> _pipeline;
    private readonly long _bytesMax;
    private readonly TimeSpan _timeout;

    /// <summary>A reader with limits.</summary>
    /// <param name="time">Whose timers the waits before another try use.</param>
    /// <param name="timeout">How long one try may take; of the wall clock, since a server does not wait in
    /// replays.</param>
    /// <param name="bytesMax">How much one document may be, unpacked.</param>
    public FeedReader(TimeProvider time, TimeSpan timeout, long bytesMax)
    {
        (_timeout, _bytesMax) = (timeout, bytesMax);
        _client = new(new SocketsHttpHandler
        {
            AutomaticDecompression = DecompressionMethods.All,
            MaxAutomaticRedirections = RedirectsMax,
            UseCookies = false,
        })
        {
            Timeout = System.Threading.Timeout.InfiniteTimeSpan,
        };
        _client.DefaultRequestHeaders.UserAgent.Add(new("Kobe", "0.1"));
        _pipeline = new ResiliencePipelineBuilder<FeedAnswer> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<FeedAnswer>
            {
                MaxRetryAttempts = RetriesMax,
                Delay = RetryDelay,
                BackoffType = DelayBackoffType.Exponential,
                ShouldHandle = new PredicateBuilder<FeedAnswer>().Handle<HttpRequestException>(MayPass),
            })
            .Build();
    }

    /// <summary>Looks at an address.</summary>
    /// <param name="address">The address.</param>
    /// <param name="known">What was remembered of it; null for the first look.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="IOException">It took too long, or sends too much.</exception>
    /// <exception cref="HttpRequestException">There is no connection, or the server refuses.</exception>
    public async Task<FeedAnswer> ReadAsync(Uri address, FeedState? known, CancellationToken cancellation) =>
        await _pipeline.ExecuteAsync(async token => await TryAsync(address, known, token), cancellation);

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private static bool MayPass(HttpRequestException problem) => problem.StatusCode is null
        or HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError;

    private async Task<FeedAnswer> TryAsync(Uri address, FeedState? known, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(_timeout);
        try
        {
            using var request = Request(address, known);
            using var response = await _client.SendAsync(
                request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            if (response.StatusCode == HttpStatusCode.NotModified)
            {
                return new(null, known?.ETag, known?.LastModified);
            }

            response.EnsureSuccessStatusCode();
            return new(
                await BodyAsync(response, limit.Token), response.Headers.ETag?.ToString(),
                response.Content.Headers.LastModified);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new IOException($"The server took longer than {_timeout.TotalSeconds:0.###} s.");
        }
    }

    private static HttpRequestMessage Request(Uri address, FeedState? known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (known?.Address == address.ToString())
        {
            if (known.ETag is { } tag && EntityTagHeaderValue.TryParse(tag, out var parsed))
            {
                request.Headers.IfNoneMatch.Add(parsed);
            }

            request.Headers.IfModifiedSince = known.LastModified;
        }

        return request;
    }

    // Counted as it comes: a small answer may unpack to a large one, and its stated length may lie.
    private async Task<byte[]> BodyAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        using var body = await response.Content.ReadAsStreamAsync(cancellation);
        using var kept = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await body.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (kept.Length + read > _bytesMax)
            {
                throw new IOException($"The document is larger than {_bytesMax} bytes.");
            }

            kept.Write(buffer.AsSpan(0, read));
        }

        return kept.ToArray();
    }
}

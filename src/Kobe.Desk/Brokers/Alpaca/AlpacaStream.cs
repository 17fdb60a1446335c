using System.Runtime.CompilerServices;

namespace Kobe.Desk.Brokers.Alpaca;

/// <summary>What happens to orders, without gaps: one line after the other, and between them what was missed.</summary>
/// <remarks>
/// A line is connected first and what was missed looked up then, so that nothing falls between the two; what comes both
/// ways is told once (<see cref="OrderTracker"/>). Missed are: whatever became of orders that were open, and orders
/// that were placed since the last line was heard.
/// </remarks>
internal sealed class AlpacaStream(AlpacaClient client, Uri address, AlpacaKeys keys, TimeProvider time)
{
    private static readonly TimeSpan OpenMax = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BackoffMin = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BackoffMax = TimeSpan.FromMinutes(1);

    // Clocks differ, and an order is taken a moment before it is told.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(1);

    private readonly OrderTracker _tracker = new();
    private TimeSpan _backoff = BackoffMin;
    private DateTimeOffset _heard = time.GetUtcNow();

    /// <summary>Listens until it is cancelled.</summary>
    /// <exception cref="UnauthorizedAccessException">The keys are refused.</exception>
    public async IAsyncEnumerable<OrderEvent> ListenAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        // What is there already is no news.
        IReadOnlyList<Order>? known;
        while ((known = await LookAsync(cancellation).ConfigureAwait(false)) is null)
        {
            await PauseAsync(cancellation).ConfigureAwait(false);
        }

        foreach (var order in known.Where(order => order.UpdatedAt <= _heard))
        {
            _tracker.Know(order);
        }

        for (; ; await PauseAsync(cancellation).ConfigureAwait(false))
        {
            using var line = await AlpacaLine.OpenAsync(address, keys, OpenMax, cancellation).ConfigureAwait(false);
            if (line is null || await LookAsync(cancellation).ConfigureAwait(false) is not { } orders)
            {
                continue;
            }

            foreach (var what in orders.OrderBy(order => order.UpdatedAt).SelectMany(_tracker.Missed))
            {
                yield return what;
            }

            _backoff = BackoffMin;
            _heard = time.GetUtcNow();
            while (await line.NextAsync(cancellation).ConfigureAwait(false) is { } what)
            {
                _heard = time.GetUtcNow();
                if (_tracker.Apply(what))
                {
                    yield return what;
                }
            }
        }
    }

    // The orders of which something may be news; null when the broker doesn't tell them all.
    private async Task<IReadOnlyList<Order>?> LookAsync(CancellationToken cancellation)
    {
        var open = await client.OpenOrdersAsync(cancellation).ConfigureAwait(false);
        var since = await client.OrdersSinceAsync(_heard - Overlap, cancellation).ConfigureAwait(false);
        if (open.ValueOrDefault is not { } working || since.ValueOrDefault is not { } placed)
        {
            return Unauthorized(open) ?? Unauthorized(since);
        }

        var found = working.Concat(placed).DistinctBy(order => order.Id).ToDictionary(order => order.Id);
        foreach (var order in _tracker.Orders.Values.Where(one => !one.IsTerminal && !found.ContainsKey(one.Id)))
        {
            var reply = await client.OrderAsync(order.Id, cancellation).ConfigureAwait(false);
            if (reply.ValueOrDefault is not { } read)
            {
                return null;
            }

            found[read.Id] = read;
        }

        return [.. found.Values];
    }

    private static IReadOnlyList<Order>? Unauthorized(BrokerReply<IReadOnlyList<Order>> reply) =>
        reply is BrokerReply<IReadOnlyList<Order>>.Refused { Refusal.Kind: RefusalKind.Unauthorized } refused
            ? throw new UnauthorizedAccessException($"The broker refuses the keys: {refused.Refusal}")
            : null;

    private async Task PauseAsync(CancellationToken cancellation)
    {
        await Task.Delay(_backoff, time, cancellation).ConfigureAwait(false);
        _backoff = _backoff * 2 < BackoffMax ? _backoff * 2 : BackoffMax;
    }
}

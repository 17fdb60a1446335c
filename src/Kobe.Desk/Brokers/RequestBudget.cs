namespace Kobe.Desk.Brokers;

/// <summary>Spreads requests so that the broker's limit is not met, and keeps a reserve for taking orders
/// back.</summary>
/// <remarks>
/// Two buckets that fill steadily: what is urgent takes from the first, and from the second when that is empty. 180 and
/// 20 a minute make Alpaca's 200.
/// </remarks>
internal sealed class RequestBudget(TimeProvider time, int ordinaryPerMinute = 180, int reservePerMinute = 20)
{
    private readonly Lock _gate = new();
    private double _ordinary = ordinaryPerMinute;
    private double _reserve = reservePerMinute;
    private DateTimeOffset _filledAt = time.GetUtcNow();
    private DateTimeOffset _pausedUntil = DateTimeOffset.MinValue;

    /// <summary>Waits until a request may be sent.</summary>
    /// <param name="urgent">Whether it may use the reserve.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task WaitAsync(bool urgent, CancellationToken cancellation)
    {
        while (Take(urgent) is { } wait)
        {
            await Task.Delay(wait, time, cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>The broker has had enough: nothing is sent before this instant (UTC).</summary>
    public void PauseUntil(DateTimeOffset instant)
    {
        lock (_gate)
        {
            _pausedUntil = instant > _pausedUntil ? instant : _pausedUntil;
        }
    }

    private TimeSpan? Take(bool urgent)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var minutes = Math.Max(0, (now - _filledAt).TotalMinutes);
            _filledAt = now;
            _ordinary = Math.Min(ordinaryPerMinute, _ordinary + (minutes * ordinaryPerMinute));
            _reserve = Math.Min(reservePerMinute, _reserve + (minutes * reservePerMinute));
            if (now < _pausedUntil)
            {
                return _pausedUntil - now;
            }

            if (_ordinary >= 1)
            {
                _ordinary--;
                return null;
            }

            if (urgent && _reserve >= 1)
            {
                _reserve--;
                return null;
            }

            // A millisecond more than the arithmetic, or rounding would wake it a moment too early again and again.
            return TimeSpan.FromMinutes((1 - _ordinary) / ordinaryPerMinute) + TimeSpan.FromMilliseconds(1);
        }
    }
}

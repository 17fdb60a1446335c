using Kobe.Contracts;

namespace Kobe.Core.Markets;

/// <summary>All that does not depend on the hour about one date: its session, phases, seasons and events.</summary>
public sealed record MarketDay
{
    // The starts of the spans side by side: looking through the spans would fetch each of them from memory.
    private readonly long[] _starts = [];

    /// <summary>The exchange's day.</summary>
    public required TradingDay Day { get; init; }

    /// <summary>The instant (UTC) at which the civil date begins.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>The instant (UTC) at which the next civil date begins.</summary>
    public required DateTimeOffset End { get; init; }

    /// <summary>
    /// The phases in order; they fill the date without a gap, and none is empty. A date that the zone skips has none.
    /// </summary>
    public required IReadOnlyList<PhaseSpan> Spans
    {
        get;
        init
        {
            field = value;
            _starts = new long[value.Count];
            for (var i = 0; i < _starts.Length; i++)
            {
                _starts[i] = value[i].Start.UtcTicks;
            }
        }
    }

    /// <summary>The special times that the date belongs to.</summary>
    public required Season Seasons { get; init; }

    /// <summary>What is known beforehand of the date.</summary>
    public required IReadOnlyList<MarketEvent> Events { get; init; }

    /// <summary>The session after this date; null past the end of the calendar.</summary>
    public required TradingDay? NextSession { get; init; }

    /// <summary>The civil date.</summary>
    public DateOnly Date => Day.Date;

    /// <summary>The only instants (UTC) at which phase, mode, seasons or permissions may change.</summary>
    public IEnumerable<DateTimeOffset> Boundaries => Spans.Select(span => span.Start);

    /// <summary>The stretch that holds an instant of this date.</summary>
    /// <param name="instant">An instant from <see cref="Start"/> to before <see cref="End"/>.</param>
    public PhaseSpan SpanAt(DateTimeOffset instant)
    {
        var now = instant.UtcTicks;
        var span = _starts.Length - 1;
        while (span > 0 && _starts[span] > now)
        {
            span--;
        }

        return Spans[span];
    }
}

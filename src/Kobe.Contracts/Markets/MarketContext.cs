namespace Kobe.Contracts;

/// <summary>What the market is doing at one instant, by the calendar's rules.</summary>
public readonly record struct MarketContext
{
    /// <summary>The instant that was asked about, with the offset of the exchange's zone.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>The civil date in the exchange's zone.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The part of the day.</summary>
    public required Phase Phase { get; init; }

    /// <summary>The coarse name of the phase.</summary>
    public required PhaseGroup PhaseGroup { get; init; }

    /// <summary>What the desk works on now.</summary>
    public required Mode Mode { get; init; }

    /// <summary>The special times that the date belongs to.</summary>
    public required Season Seasons { get; init; }

    /// <summary>What is known beforehand of the date, in order of time; shared, never changed.</summary>
    public required IReadOnlyList<MarketEvent> Events { get; init; }

    /// <summary>Whether the date has a session.</summary>
    public required bool IsTradingDay { get; init; }

    /// <summary>Whether core trading is on at this instant.</summary>
    public required bool IsMarketOpen { get; init; }

    /// <summary>Whether the date's session ends before the usual time.</summary>
    public required bool IsEarlyClose { get; init; }

    /// <summary>Whether the exchange is closed on a weekday.</summary>
    public required bool IsHoliday { get; init; }

    /// <summary>The name of the closing, or null.</summary>
    public required string? Holiday { get; init; }

    /// <summary>Whether the date lies outside the exchange's week.</summary>
    public required bool IsWeekend { get; init; }

    /// <summary>
    /// Whether the exchange has announced this date's hours; later years follow from the rules alone.
    /// </summary>
    public required bool IsConfirmed { get; init; }

    /// <summary>The open of the date's session (UTC), or null.</summary>
    public required DateTimeOffset? Open { get; init; }

    /// <summary>The close of the date's session (UTC), or null.</summary>
    public required DateTimeOffset? Close { get; init; }

    /// <summary>The first open after this instant (UTC); null past the end of the calendar.</summary>
    public required DateTimeOffset? NextOpen { get; init; }

    /// <summary>The first close after this instant (UTC); null past the end of the calendar.</summary>
    public required DateTimeOffset? NextClose { get; init; }

    /// <summary>Whether entries are closed, for named rows only, or free.</summary>
    public required EntryPolicy Entries { get; init; }

    /// <summary>
    /// The phases, from this one to the end of the date, in which only entries that name them may run.
    /// </summary>
    public required IReadOnlyList<Phase> EntriesNamed { get; init; }

    /// <summary>Why entries are allowed or not, in a sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>Whether exits may run: the whole of core trading.</summary>
    public bool ExitsAllowed => IsMarketOpen;

    /// <summary>Whether any entry may run without naming the phase.</summary>
    public bool EntriesAllowed => Entries == EntryPolicy.Free;

    /// <summary>Whole minutes to the open that comes next, rounded down; null while core trading is on.</summary>
    public int? MinutesToOpen => IsMarketOpen ? null : WholeMinutes(NextOpen);

    /// <summary>Whole minutes to the close, rounded down; null while core trading is off.</summary>
    public int? MinutesToClose => IsMarketOpen ? WholeMinutes(NextClose) : null;

    private int? WholeMinutes(DateTimeOffset? until) =>
        until is { } instant ? (int)((instant.UtcTicks - Timestamp.UtcTicks) / TimeSpan.TicksPerMinute) : null;
}

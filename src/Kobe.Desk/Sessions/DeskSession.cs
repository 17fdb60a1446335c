using Kobe.Contracts;
using Kobe.Core.Markets;
using Kobe.Desk.Bars;
using Kobe.Desk.Bars.Store;
using Kobe.Desk.Sources;

namespace Kobe.Desk.Sessions;

/// <summary>What a handler has of the desk during one attempt. Everything is as of the attempt's clock.</summary>
public sealed class DeskSession
{
    private readonly DeskRoom _room;
    private readonly TaskContext _context;

    private DeskSession(DeskPlace place, DeskRoom room, TaskContext context)
    {
        (_room, _context) = (room, context);
        State = place.State;
        Settings = place.Settings;
    }

    /// <summary>The state directory.</summary>
    public string State { get; }

    /// <summary>The owner's settings.</summary>
    public DeskSettings Settings { get; }

    /// <summary>The attempt's instant (UTC).</summary>
    public DateTimeOffset Now => _context.Clock.GetUtcNow();

    /// <summary>The date at the exchange.</summary>
    public DateOnly Today => Market.Calendar.DateOf(Now);

    /// <summary>The exchange's days and phases, with the owner's own calendar files.</summary>
    public MarketClock Market => _room.Market;

    /// <summary>Where prices come from.</summary>
    public IMarketSource Source => _room.Source;

    /// <summary>The bars on this machine's disk.</summary>
    public BarStore Store => _room.Store;

    /// <summary>The symbols that are watched, the index first.</summary>
    public IReadOnlyList<string> Symbols =>
        [Source.Index, .. Source.Symbols.Where(symbol => symbol != Source.Index)];

    /// <summary>Opens a session for an attempt.</summary>
    /// <param name="context">The attempt.</param>
    /// <exception cref="InvalidDataException">Settings, calendars or the source's folder can't be used.</exception>
    /// <exception cref="InvalidOperationException">The settings contradict each other, or keys are missing.</exception>
    public static DeskSession Of(TaskContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var place = DeskPlace.Current;
        return new(place, DeskRoom.Of(place, context), context);
    }

    /// <summary>The file or folder of a name in the desk's part of the state directory.</summary>
    /// <param name="parts">The names from <c>desk/</c> on.</param>
    public string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([State, "desk", .. parts]);

    /// <summary>The stored daily bars that are complete by now, with prices as they were paid.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <returns>Without bars when none are stored.</returns>
    /// <exception cref="InvalidDataException">A stored file is damaged.</exception>
    public BarSeries Raw(string symbol) =>
        _room.Stored(symbol, BarInterval.Day)?.Until(Now) ?? None(symbol, Adjustment.Raw);

    /// <summary>The stored daily bars that are complete by now, comparable across splits and dividends that had
    /// happened by now.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <returns>Without bars when none are stored.</returns>
    /// <exception cref="InvalidDataException">A stored file is damaged, or the factors can't be read.</exception>
    public BarSeries Daily(string symbol) => _room.Adjusted(symbol, Now) ?? None(symbol, Adjustment.All);

    /// <summary>The stored minutes of the past, with prices as they were paid: what a row archived, not what the source
    /// would give.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="from">The first instant that counts.</param>
    /// <returns>Without bars when none are stored.</returns>
    /// <exception cref="InvalidDataException">A stored file is damaged.</exception>
    public BarSeries StoredMinutes(string symbol, DateTimeOffset from)
    {
        var reading = Store.Read(symbol, BarInterval.Minute, Adjustment.Raw, from, Now);
        return reading.Series
            ?? (reading.Errors[0].Code == DeskCodes.Corrupt
                ? throw new InvalidDataException(reading.Errors[0].ToString())
                : new(new(symbol, BarInterval.Minute, Adjustment.Raw, Source.Name, Source.IsSynthetic), []));
    }

    /// <summary>The minutes of today's session so far, from the source.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task<BarSeries> TodayAsync(string symbol, CancellationToken cancellation) =>
        (await Source.MinutesAsync(symbol, Today, _room.Faults.FeedTime(Now), cancellation)
            .ConfigureAwait(false)).Series
        ?? new BarSeries(new(symbol, BarInterval.Minute, Adjustment.Raw, Source.Name, Source.IsSynthetic), []);

    /// <summary>The desk with its door, account and ledger. It stays open for the next attempt: don't dispose
    /// it.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="IOException">Another process has the desk's files, or they can't be read.</exception>
    /// <exception cref="InvalidDataException">One of the files is damaged in the middle.</exception>
    public Task<TradingDesk> TradingAsync(CancellationToken cancellation) =>
        _room.DeskAsync(_context.Secrets, cancellation);

    private BarSeries None(string symbol, Adjustment adjustment) =>
        new(new(symbol, BarInterval.Day, adjustment, Source.Name, Source.IsSynthetic), []);
}

using System.Collections.Concurrent;
using Kobe.Contracts;
using Kobe.Core.Markets;
using Kobe.Core.Markets.Files;
using Kobe.Core.Text;
using Kobe.Desk.Bars;
using Kobe.Desk.Bars.Store;
using Kobe.Desk.Brokers.Alpaca;
using Kobe.Desk.Brokers;
using Kobe.Desk.Brokers.Paper;
using Kobe.Desk.Sources;

namespace Kobe.Desk.Sessions;

/// <summary>What a runner keeps of a desk between attempts: calendars, prices in memory, the open account.</summary>
/// <remarks>All of it is on the disk as well. Without it each look at the account would read its whole past.</remarks>
internal sealed class DeskRoom
{
    // One attempt runs at a time in a runner; tests have rooms of their own by state directory.
    private static readonly ConcurrentDictionary<string, DeskRoom> Rooms = new(StringComparer.Ordinal);

    private readonly DeskPlace _place;
    private readonly AttemptClock _clock;
    private readonly ConcurrentDictionary<(string Symbol, BarInterval Interval), (DateTime Changed, BarSeries Bars)>
        _stored = new();

    private readonly ConcurrentDictionary<string, (BarSeries Of, int Count, BarSeries Bars)> _adjusted =
        new(StringComparer.Ordinal);

    private TradingDesk? _desk;

    private DeskRoom(DeskPlace place, TaskContext context)
    {
        _place = place;
        _clock = new(context.Clock);
        Market = ReadMarket(place.Schedule);
        Store = new(Path.Combine(place.State, "desk", "bars"));
        Source = MakeSource(place.Settings, Market.Calendar, _clock, context.Secrets);
        Faults = place.Settings is { IsTrial: true, Mode: DeskMode.Paper } ? DeskFaults.Read(place.State)
            : DeskFaults.None;
    }

    public MarketClock Market { get; }

    public BarStore Store { get; }

    public IMarketSource Source { get; }

    /// <summary>What goes wrong on purpose; nothing outside of a trial.</summary>
    public DeskFaults Faults { get; }

    /// <summary>The room of a place, made when it is not there or its settings changed.</summary>
    public static DeskRoom Of(DeskPlace place, TaskContext context)
    {
        var room = Rooms.AddOrUpdate(
            place.State,
            _ => new(place, context),
            (_, old) => old.Fits(place) ? old : new(place, context));
        room._clock.Follow(context.Clock);
        return room;
    }

    /// <summary>Ends what is kept of a place: its files are free for others.</summary>
    public static void Close(string state)
    {
        if (Rooms.TryRemove(state, out var room))
        {
            room._desk?.Dispose();
            (room.Source as IDisposable)?.Dispose();
        }
    }

    /// <summary>The stored bars of a symbol, all of them: cut them by the instant of the decision.</summary>
    public BarSeries? Stored(string symbol, BarInterval interval)
    {
        var folder = new DirectoryInfo(Store.FolderOf(new(symbol, interval, Adjustment.Raw, "")));
        var changed = folder.Exists
            ? folder.EnumerateFiles("*.bars").Select(file => file.LastWriteTimeUtc).DefaultIfEmpty().Max()
            : default;
        if (changed == default)
        {
            return null;
        }

        if (!_stored.TryGetValue((symbol, interval), out var known) || known.Changed != changed)
        {
            var reading = Store.Read(symbol, interval, Adjustment.Raw, DateTimeOffset.MaxValue);
            known = (changed, reading.Series ?? throw new InvalidDataException(reading.Errors[0].ToString()));
            _stored[(symbol, interval)] = known;
        }

        return known.Bars;
    }

    /// <summary>The stored daily bars of a symbol that are complete at an instant, comparable across splits and
    /// dividends. Factors depend on the newest bar alone, so the series is made once for each.</summary>
    public BarSeries? Adjusted(string symbol, DateTimeOffset now)
    {
        if (Stored(symbol, BarInterval.Day) is not { } stored)
        {
            return null;
        }

        var count = stored.CountAsOf(now);
        if (!_adjusted.TryGetValue(symbol, out var known) || known.Of != stored || known.Count != count)
        {
            known = (stored, count, Source.FactorsOf(symbol).Adjust(stored, Adjustment.All, now));
            _adjusted[symbol] = known;
        }

        return known.Bars;
    }

    /// <summary>The open desk; it stays open until the runner ends or one of its files fails.</summary>
    public async Task<TradingDesk> DeskAsync(ISecrets secrets, CancellationToken cancellation)
    {
        if (_desk is { IsBroken: true })
        {
            _desk.Dispose();
            _desk = null;
        }

        _desk ??= await TradingDesk.OpenAsync(
            new()
            {
                State = _place.State,
                Market = Market,
                Clock = _clock,
                Mode = _place.Settings.Mode,
                Secrets = Source is AlpacaSource ? secrets : null,
                Limits = _place.Settings.Limits,
                Paper = new() { Cash = _place.Settings.Cash, Seed = (int)(_place.Settings.Seed % int.MaxValue) },
                Tape = Source is LocalSource local ? TapeOf(local) : null,
                LiveAccount = _place.LiveAccount,
            },
            cancellation).ConfigureAwait(false);
        _desk.Begin();
        return _desk;
    }

    private IPaperTape TapeOf(LocalSource source)
    {
        var prices = new SourceTape(source, Market.Calendar);
        return Faults.Broker.Count == 0 ? prices : new FaultTape(prices, Faults.Broker);
    }

    private bool Fits(DeskPlace place)
    {
        if (place.Schedule == _place.Schedule && place.LiveAccount == _place.LiveAccount
            && ReferenceEquals(place.Settings, _place.Settings))
        {
            return true;
        }

        _desk?.Dispose();
        (Source as IDisposable)?.Dispose();
        return false;
    }

    private static IMarketSource MakeSource(
        DeskSettings settings, ExchangeCalendar calendar, TimeProvider time, ISecrets secrets) => settings.Source switch
        {
            DeskSettings.Synthetic when settings.Mode == DeskMode.Live => throw new InvalidOperationException(
                "Made-up prices and a live account don't go together: set desk.source: alpaca."),
            DeskSettings.Synthetic => new SyntheticSource(calendar, settings.Seed, settings.Symbols),
            DeskSettings.Alpaca => new AlpacaSource(
                AlpacaEndpoint.For(settings.Mode), KeysOf(secrets), calendar, time,
                settings.Symbols.Count > 0 ? settings.Symbols : throw new InvalidOperationException(
                    "desk.source is alpaca: name what to watch with desk.symbols.")),
            var folder => FolderSource.Open(Path.GetFullPath(folder), calendar, settings.Symbols),
        };

    private static AlpacaKeys KeysOf(ISecrets secrets) =>
        secrets.Find(DeskOpening.KeyIdSecret) is { Length: > 0 } id
        && secrets.Find(DeskOpening.KeySecret) is { Length: > 0 } secret
            ? new(id, secret)
            : throw new InvalidOperationException(
                $"desk.source is alpaca: the plugin needs the secrets {DeskOpening.KeyIdSecret} and "
                + $"{DeskOpening.KeySecret} (plugins.NAME.secrets in kobe.yaml).");

    private static MarketClock ReadMarket(string? schedule)
    {
        var folder = schedule is null ? null : Path.Combine(schedule, "calendars");
        var files = folder is not null && Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal)
                .Select(file => new TextFile(file, File.ReadAllBytes(file))).ToList()
            : [];
        var diagnostics = new Diagnostics();
        return CalendarDirectory.Read(files, new MachineZones(), diagnostics)?.Default
            ?? throw new InvalidDataException($"The calendars can't be read: {diagnostics.Items[0]}");
    }
}

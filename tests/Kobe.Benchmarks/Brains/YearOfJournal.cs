using System.Diagnostics;
using System.Globalization;
using Kobe.Brain;
using Kobe.Core.Runs;
using Kobe.Journals;
using Kobe.Logging;
using Kobe.Markets;
using Kobe.Runner.Plugins;
using Kobe.Schedules;
using Kobe.Simulation;

namespace Kobe.Benchmarks.Brains;

/// <summary>A year of a home's schedule as the brain would have journalled it: its own loop, journal writer and keeper
/// of checkpoints, on a virtual clock.</summary>
internal static class YearOfJournal
{
    /// <summary>When the year is over and the brain is killed (UTC): a Friday evening in New York, hours into the day's
    /// events and hours before the next checkpoint.</summary>
    public const string End = "2026-11-20T23:58:30Z";

    private const int KeepDays = 400;
    private const int Days = 365;

    /// <returns>What was written, for people.</returns>
    public static string Write(BrainHome home)
    {
        var began = Stopwatch.GetTimestamp();
        var end = DateTimeOffset.Parse(End, CultureInfo.InvariantCulture);
        var clock = new SimulatedClock(end.AddDays(-Days));
        var zones = new MachineZones();
        var catalogue = PluginLoader.Load(home.Plugins).Catalogue;
        var loaded = ScheduleLoader.Load(
            home.Schedule, zones, clock.Wall, ScheduleSettings.Default(zones), catalogue, _ => { });
        var inbox = new Inbox();
        using var host = new PromptHost(clock, inbox);
        using var log = new Log(LogLevel.Error, TimeProvider.System, new Redaction());
        Directory.CreateDirectory(home.State);
        using var journal = new FileJournalStore(new UnsyncedMedium(home.Journal), JournalOptions.Default).Open().Journal;
        var book = new Book(journal, new Ledger(), TimeProvider.System);
        var roster = new Roster(loaded.Schedule, loaded.Calendars, catalogue, clock.Wall);
        var state = new BrainState(new() { Version = "bench", Pid = 1 }, book, roster, host, new LogAlerts(log));
        var loop = new BrainLoop(state, clock, inbox);
        var keeper = new JournalKeeper(state, journal, KeepDays, log);
        loop.Turned = _ => keeper.Look();
        if (!loop.Open())
        {
            throw new InvalidOperationException("The loop doesn't open: " + book.Problem);
        }

        while (clock.Wall < end)
        {
            loop.Turn();
            var sleep = loop.NextWake(bounded: false);
            sleep = host.EndsIn < sleep ? host.EndsIn : sleep;
            clock.Advance(end - clock.Wall < sleep ? end - clock.Wall : sleep);
            host.Look();
        }

        var files = Directory.GetFiles(home.Journal);
        return string.Create(CultureInfo.InvariantCulture, $"a year: {book.Ledger.Total().Finals.Sum()} occurrences, "
            + $"{journal.LastSeq} events, {files.Length} files, {files.Sum(file => new FileInfo(file).Length) / 1e6:0} MB, "
            + $"made in {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s");
    }
}

using System.Text;
using Kobe.Contracts;
using Kobe.Core.Catalogues;
using Kobe.Core.Markets;
using Kobe.Core.Markets.Events;
using Kobe.Core.Markets.Files;
using Kobe.Core.Schedules;
using Kobe.Testing;

namespace Kobe.Core.Tests.Schedules;

/// <summary>Schedules that tests write as text, read against the built-in calendars.</summary>
internal static class ScheduleText
{
    private static readonly DatedEvent[] Fomc =
        [new(Days.Date("2026-12-09"), TimeSpan.FromHours(14), "FOMC decision", "test", true, Season.FOMC_DAY)];

    public static CalendarSet Calendars { get; } = new(
        [BuiltInCalendars.Xnys(Zones.NewYork), BuiltInCalendars.Crypto()],
        PhaseTable.BuiltIn,
        new EventRules { Dated = Fomc });

    /// <summary>The Friday noon (UTC) at which tests read their schedules.</summary>
    public static DateTimeOffset Now { get; } = Days.Instant("2026-11-20T12:00Z");

    public static ScheduleReading Read(string text, Catalogue? catalogue = null, params (string, string)[] variables) =>
        Read([("a.yaml", text)], catalogue, variables);

    public static ScheduleReading Read(
        (string Path, string Text)[] files, Catalogue? catalogue = null, params (string, string)[] variables) =>
        ScheduleReader.Read(
            Array.ConvertAll(files, file => new TextFile(file.Path, Encoding.UTF8.GetBytes(file.Text))),
            new ScheduleSurroundings
            {
                Calendars = Calendars,
                Zones = new SystemZones(),
                Now = Now,
                Environment = variables.ToDictionary(v => v.Item1, v => v.Item2),
                Catalogue = catalogue,
            });

    /// <summary>The rows of a schedule without errors.</summary>
    public static Schedule Schedule(string text, params (string, string)[] variables)
    {
        var reading = Read(text, null, variables);
        Assert.Equal([], reading.Diagnostics.Items.Select(item => item.ToString()));
        return reading.Schedule!;
    }

    /// <summary>One row, with <c>id: x, run: y</c> put in front of what is given.</summary>
    public static ScheduledTask Row(string keys, string zone = "America/New_York") =>
        Assert.Single(Schedule($"zone: {zone}\ntasks:\n  - {{ id: x, run: y, {keys} }}\n").Tasks);

    /// <summary>The errors about one such row, each without the file's name.</summary>
    public static string[] ErrorsOf(string keys) =>
        [.. Read($"tasks:\n  - {{ id: x, run: y, {keys} }}\n").Diagnostics.Items
            .Select(item => item.ToString()["a.yaml:".Length..])];
}

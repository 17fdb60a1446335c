using Kobe.CommandLine;
using Kobe.Core.Catalogues;
using Kobe.Core.Markets;
using Kobe.Core.Markets.Files;
using Kobe.Core.Schedules;
using Kobe.Core.Text;
using Kobe.Files;
using Kobe.Markets;

namespace Kobe.Schedules;

/// <summary>Loads the schedule of a directory and its calendars, with the environment of this process.</summary>
internal static class ScheduleLoader
{
    /// <summary>The schedule, or a refusal that lists every error.</summary>
    /// <param name="folder">The schedule directory.</param>
    /// <param name="zones">The machine's zones.</param>
    /// <param name="now">Now, or what is taken for it.</param>
    /// <param name="settings">What the configuration says.</param>
    /// <param name="catalogue">What the plugins offer, or null.</param>
    /// <param name="warned">Told of each warning.</param>
    /// <param name="isInForce">Whether a schedule, by its hash, is in force already, and its single instants may have
    /// passed; null when none is.</param>
    /// <exception cref="UserError">Something is wrong.</exception>
    public static LoadedSchedule Load(
        string folder, IZones zones, DateTimeOffset now, ScheduleSettings settings, Catalogue? catalogue,
        Action<Diagnostic> warned, Func<string, bool>? isInForce = null) =>
        Load(ScheduleFiles.Read(folder), zones, now, settings, catalogue, warned, isInForce);

    /// <summary>The same, of files that were read before. The calendars of <paramref name="before"/> are taken over
    /// when their files say the same: what they have computed is half a megabyte.</summary>
    public static LoadedSchedule Load(
        ScheduleFiles files, IZones zones, DateTimeOffset now, ScheduleSettings settings, Catalogue? catalogue,
        Action<Diagnostic> warned, Func<string, bool>? isInForce = null, LoadedSchedule? before = null)
    {
        var calendars = before is not null && before.Files.HasSameCalendars(files)
            ? before.Calendars : Calendars(files, zones);
        var reading = Read(files.Rows, calendars, zones, now, settings, catalogue, isInForce);
        if (reading.Schedule is not { } schedule)
        {
            throw new UserError(DiagnosticLines.Of(reading.Diagnostics));
        }

        foreach (var warning in reading.Diagnostics.Items)
        {
            warned(warning);
        }

        return new(schedule, calendars, files);
    }

    /// <summary>Reads and checks, and tells everything that is wrong with calendars and schedule together.</summary>
    /// <param name="folder">The schedule directory.</param>
    /// <param name="zones">The machine's zones.</param>
    /// <param name="now">Now.</param>
    /// <param name="settings">What the configuration says.</param>
    /// <param name="diagnostics">What is known to be wrong already.</param>
    /// <param name="catalogue">What the plugins offer, or null.</param>
    /// <exception cref="UserError">There are no files to check.</exception>
    public static ScheduleReport Check(
        string folder, IZones zones, DateTimeOffset now, ScheduleSettings settings, Diagnostics diagnostics,
        Catalogue? catalogue)
    {
        var files = ScheduleFolder.Read(folder);
        var ofCalendars = new Diagnostics();
        var calendars = CalendarDirectory.Read(CalendarLoader.Files(folder), zones, ofCalendars);

        // With wrong calendars the rows are held against the built-in ones; which names exist is not known then.
        var reading = Read(files, calendars ?? CalendarLoader.BuiltIn(zones), zones, now, settings, catalogue);
        var found = new List<Diagnostic>([.. diagnostics.Items, .. ofCalendars.Items]);
        foreach (var item in reading.Diagnostics.Items)
        {
            if (calendars is not null || item.Code != ScheduleCodes.UnknownCalendar)
            {
                found.Add(item);
            }
        }

        return ScheduleReport.Of(found, reading, catalogue);
    }

    private static CalendarSet Calendars(ScheduleFiles files, IZones zones)
    {
        var diagnostics = new Diagnostics();
        return CalendarDirectory.Read(files.Calendars, zones, diagnostics)
            ?? throw new UserError(DiagnosticLines.Of(diagnostics));
    }

    private static ScheduleReading Read(
        IReadOnlyList<TextFile> files, CalendarSet calendars, IZones zones, DateTimeOffset now,
        ScheduleSettings settings, Catalogue? catalogue, Func<string, bool>? isInForce = null) =>
        ScheduleReader.Read(files, new()
        {
            Calendars = calendars,
            Zones = zones,
            Now = now,
            Environment = settings.Environment,
            Catalogue = catalogue,
            Zone = settings.Zone.Id,
            TimeoutMax = settings.TimeoutMax,
            IsInForce = isInForce,
        });
}

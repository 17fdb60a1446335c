using Kobe.CommandLine;
using Kobe.Config;
using Kobe.Core.Catalogues;
using Kobe.Core.Markets;
using Kobe.Core.Markets.Files;
using Kobe.Core.Schedules;
using Kobe.Files;

namespace Kobe.Schedules;

/// <summary>Loads a schedule directory: all of it, or a refusal that lists every error.</summary>
internal static class ScheduleLoader
{
    /// <summary>The files of the schedule, but for its calendars.</summary>
    /// <exception cref="UserError">The directory is missing, empty or can't be read.</exception>
    public static IReadOnlyList<TextFile> Files(string directory)
    {
        if (!Directory.Exists(directory))
        {
            throw new UserError($"The schedule directory '{directory}' is missing. Name one with --schedule DIR.");
        }

        var calendars = Path.Combine(directory, "calendars") + Path.DirectorySeparatorChar;
        var files = YamlFolder.Read(directory, directory, recurse: true)
            .Where(file => !file.Path.StartsWith(calendars, StringComparison.Ordinal)).ToList();
        return files.Count > 0
            ? files
            : throw new UserError($"The schedule directory '{directory}' holds no .yaml file.");
    }

    /// <summary>The schedule.</summary>
    /// <exception cref="UserError">A file is wrong; the message has a line for each error.</exception>
    public static Schedule Load(
        IReadOnlyList<TextFile> files, CalendarSet calendars, IZones zones, KobeConfig config,
        IReadOnlyDictionary<string, string> environment, Catalogue? catalogue, DateTimeOffset now)
    {
        var reading = ScheduleReader.Read(files, new ScheduleSurroundings
        {
            Calendars = calendars,
            Zones = zones,
            Now = now,
            Environment = environment,
            Catalogue = catalogue,
            Zone = config.Zone.Id,
            TimeoutMax = config.TimeoutMax,
        });
        return reading.Schedule ?? throw new UserError(DiagnosticLines.Of(reading.Diagnostics));
    }
}

using Kobe.Core.Markets.Events;
using Kobe.Core.Text;

namespace Kobe.Core.Markets.Files;

/// <summary>Puts the built-in calendars and the files of a <c>calendars/</c> folder together, or refuses.</summary>
public static class CalendarDirectory
{
    /// <summary>The file name of the events list.</summary>
    public const string EventsFile = "events.yaml";

    /// <summary>The file name of the phase table.</summary>
    public const string PhasesFile = "phases.yaml";

    private const string NewYorkId = "America/New_York";

    /// <summary>Reads the folder's files.</summary>
    /// <param name="files">
    /// The files in any order; a name that ends in events.yaml or phases.yaml is that list and takes the place of the
    /// built-in one.
    /// </param>
    /// <param name="zones">The machine's zone data.</param>
    /// <param name="diagnostics">Gets every error and warning.</param>
    /// <returns>The calendars, or null when there were errors.</returns>
    public static CalendarSet? Read(IReadOnlyList<TextFile> files, IZones zones, Diagnostics diagnostics)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(zones);
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (zones.Find(NewYorkId) is not { } newYork)
        {
            diagnostics.Error(new(NewYorkId, 1, 1), CalendarCodes.UnknownZone,
                "This machine has no time zone data for New York.", "Install the tzdata package.");
            return null;
        }

        CalendarRules[] builtIn = [BuiltInCalendars.Xnys(newYork), BuiltInCalendars.Crypto()];
        var builtInNames = Array.ConvertAll(builtIn, rules => rules.Name);
        var events = BuiltInEvents.Rules;
        var phases = PhaseTable.BuiltIn;
        var calendars = new List<CalendarFile>();
        TextFile[] sorted = [.. files];
        Array.Sort(sorted, (left, right) => string.CompareOrdinal(left.Path, right.Path));
        foreach (var file in sorted)
        {
            if (YamlText.Read(file.Path, file.Bytes.Span, diagnostics) is not { } root)
            {
                continue;
            }

            switch (FileName(file.Path))
            {
                case EventsFile:
                    events = EventsFileReader.Read(root, diagnostics);
                    break;
                case PhasesFile:
                    phases = PhasesFileReader.Read(root, diagnostics) ?? phases;
                    break;
                default:
                    calendars.AddRange(CalendarFileReader.Read(root, builtInNames, zones, diagnostics) is { } calendar
                        ? [calendar]
                        : []);
                    break;
            }
        }

        var rules = CalendarMerge.Merge(builtIn, calendars, diagnostics);
        return diagnostics.HasErrors ? null : new CalendarSet(rules, phases, events);
    }

    private static string FileName(string path) => path[(path.LastIndexOf('/') + 1)..];
}

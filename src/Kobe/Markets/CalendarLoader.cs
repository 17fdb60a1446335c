using Kobe.CommandLine;
using Kobe.Core.Markets;
using Kobe.Core.Markets.Files;
using Kobe.Core.Text;
using Kobe.Files;

namespace Kobe.Markets;

/// <summary>Loads the calendars of a schedule directory.</summary>
/// <remarks>Where it has no events list, the built-in one counts.</remarks>
internal static class CalendarLoader
{
    private const string BuiltInEvents = "built-in/" + CalendarDirectory.EventsFile;

    /// <summary>The calendars, or a refusal that lists every error.</summary>
    /// <param name="scheduleDirectory">The schedule directory.</param>
    /// <param name="zones">The machine's zones.</param>
    /// <exception cref="UserError">A file is wrong.</exception>
    public static CalendarSet Load(string scheduleDirectory, IZones zones)
    {
        var diagnostics = new Diagnostics();
        var set = CalendarDirectory.Read(Files(scheduleDirectory), zones, diagnostics);
        return set ?? throw new UserError(DiagnosticLines.Of(diagnostics));
    }

    /// <summary>The files that count, the built-in events list among them.</summary>
    /// <param name="scheduleDirectory">The schedule directory.</param>
    public static IReadOnlyList<TextFile> Files(string scheduleDirectory)
    {
        var folder = Path.Combine(scheduleDirectory, "calendars");
        var files = YamlFolder.Read(scheduleDirectory, folder, recurse: false);
        return files.Any(file => Path.GetFileName(file.Path) == CalendarDirectory.EventsFile)
            ? files
            : [.. files, new TextFile(BuiltInEvents, Embedded())];
    }

    private static byte[] Embedded()
    {
        using var stream = typeof(CalendarLoader).Assembly.GetManifestResourceStream(CalendarDirectory.EventsFile)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}

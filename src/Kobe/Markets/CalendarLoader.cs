using Kobe.CommandLine;
using Kobe.Core.Markets;
using Kobe.Core.Markets.Files;
using Kobe.Core.Text;
using Kobe.Files;

namespace Kobe.Markets;

/// <summary>Loads the calendars of a schedule directory.</summary>
internal static class CalendarLoader
{
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

    /// <summary>The files that count: an events list that says what the built-in one says need not be read.</summary>
    /// <param name="scheduleDirectory">The schedule directory.</param>
    public static IReadOnlyList<TextFile> Files(string scheduleDirectory)
    {
        var folder = Path.Combine(scheduleDirectory, "calendars");
        var files = YamlFolder.Read(scheduleDirectory, folder);
        var counting = new List<TextFile>(files.Count);
        foreach (var file in files)
        {
            if (!IsBuiltIn(file))
            {
                counting.Add(file);
            }
        }

        return counting;
    }

    /// <summary>The calendars without any files.</summary>
    /// <param name="zones">The machine's zones.</param>
    public static CalendarSet BuiltIn(IZones zones)
    {
        var diagnostics = new Diagnostics();
        return CalendarDirectory.Read([], zones, diagnostics) ?? throw new UserError(DiagnosticLines.Of(diagnostics));
    }

    private static bool IsBuiltIn(TextFile file)
    {
        if (Path.GetFileName(file.Path) != CalendarDirectory.EventsFile)
        {
            return false;
        }

        using var stream = typeof(CalendarLoader).Assembly.GetManifestResourceStream(CalendarDirectory.EventsFile)!;
        var shipped = new byte[stream.Length];
        stream.ReadExactly(shipped);
        return file.Bytes.Span.SequenceEqual(shipped);
    }
}

using Kobe.Core.Markets.Files;
using Kobe.Files;
using Kobe.Markets;

namespace Kobe.Schedules;

/// <summary>The files of a schedule, as they were read.</summary>
/// <param name="Rows">Those with rows.</param>
/// <param name="Calendars">Those with calendars and events.</param>
internal sealed record ScheduleFiles(IReadOnlyList<TextFile> Rows, IReadOnlyList<TextFile> Calendars)
{
    /// <summary>Reads a schedule directory.</summary>
    /// <param name="folder">The schedule directory.</param>
    /// <exception cref="UserError">It is missing, empty or unreadable, or a link leads out of it.</exception>
    public static ScheduleFiles Read(string folder) => new(ScheduleFolder.Read(folder), CalendarLoader.Files(folder));

    /// <summary>Whether the files with calendars say the same in others.</summary>
    public bool HasSameCalendars(ScheduleFiles others) => Calendars.Count == others.Calendars.Count
        && Calendars.Zip(others.Calendars).All(pair =>
            pair.First.Path == pair.Second.Path && pair.First.Bytes.Span.SequenceEqual(pair.Second.Bytes.Span));
}

using Kobe.Core.Catalogues;
using Kobe.Core.Schedules;
using Kobe.Core.Text;

namespace Kobe.Schedules;

/// <summary>What is wrong with a schedule directory.</summary>
/// <param name="Tasks">How many rows it has, the wrong ones among them.</param>
/// <param name="Handlers">How many handlers the plugins offer; null when nobody knows.</param>
/// <param name="Errors">The errors that are shown.</param>
/// <param name="Warnings">The warnings that are shown.</param>
/// <param name="More">How many errors and warnings are not shown.</param>
internal sealed record ScheduleReport(
    int Tasks, int? Handlers, IReadOnlyList<Diagnostic> Errors, IReadOnlyList<Diagnostic> Warnings, int More)
{
    /// <summary>How many are shown: nobody reads more of them.</summary>
    private const int ShownMax = 100;

    /// <summary>Whether the schedule can be used.</summary>
    public bool IsFine => Errors.Count == 0;

    /// <summary>Puts a report together: errors first, then warnings, as many as are shown.</summary>
    public static ScheduleReport Of(IReadOnlyList<Diagnostic> found, ScheduleReading reading, Catalogue? catalogue)
    {
        var errors = found.Where(item => item.Severity == Severity.Error).Take(ShownMax).ToArray();
        var warnings = found.Where(item => item.Severity == Severity.Warning).Take(ShownMax - errors.Length).ToArray();
        return new(
            reading.Rows, catalogue?.Handlers.Count, errors, warnings,
            found.Count - errors.Length - warnings.Length);
    }
}

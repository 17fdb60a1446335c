using Kobe.Core.Text;

namespace Kobe.Core.Schedules.Importing;

/// <summary>What importing a list gave: rows and what was changed, or the errors.</summary>
/// <param name="Tasks">The rows in the order of the list; none when there are errors.</param>
/// <param name="Changes">Everything that was changed, in the order of the list.</param>
/// <param name="Diagnostics">Every error.</param>
public sealed record Import(
    IReadOnlyList<ImportedTask> Tasks, IReadOnlyList<ImportChange> Changes, Diagnostics Diagnostics);

using Kobe.Core.Text;

namespace Kobe.Core.Schedules.Reading;

/// <summary>One file, read but not yet put together.</summary>
/// <param name="Zone">The zone of its rows; null when it was refused.</param>
/// <param name="ZoneMark">Where the file names it; null when it does not.</param>
/// <param name="Defaults">The head of the file; empty when it has none.</param>
/// <param name="Rows">The rows in the order of the file.</param>
internal sealed record DraftFile(
    TimeZoneInfo? Zone, Mark? ZoneMark, RowDraft Defaults, IReadOnlyList<RowDraft> Rows);

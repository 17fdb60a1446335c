namespace Kobe.Desk.Bars.Store;

/// <summary>What <c>series.json</c> says of the bars beside it.</summary>
/// <param name="Format">The version of the layout.</param>
/// <param name="Symbol">The instrument.</param>
/// <param name="Interval">Such as <c>1d</c>.</param>
/// <param name="Adjustment">What was done to the prices.</param>
/// <param name="Calendar">The exchange whose sessions the bars span.</param>
/// <param name="Source">Who says so.</param>
/// <param name="Synthetic">Whether the prices were made up.</param>
internal sealed record SeriesRecord(
    int Format, string Symbol, string Interval, string Adjustment, string Calendar, string Source, bool Synthetic);

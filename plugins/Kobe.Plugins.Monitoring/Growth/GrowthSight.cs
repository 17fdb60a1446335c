namespace Kobe.Plugins.Monitoring.Growth;

/// <summary>What a look at a folder publishes.</summary>
/// <param name="Ok">Whether the limits were kept.</param>
/// <param name="Open">What is wrong, by id.</param>
/// <param name="Bytes">What the files take.</param>
/// <param name="Files">How many there are.</param>
/// <param name="WeekPercent">How much that is more than a week ago; null as long as that isn't known.</param>
/// <param name="Days">The last size of each of the last dates, oldest first.</param>
internal sealed record GrowthSight(
    bool Ok, IReadOnlyList<string> Open, long Bytes, int Files, double? WeekPercent, IReadOnlyList<FolderSize> Days)
{
    private const int DaysKept = 15;
    private const int Week = 7;

    /// <summary>The dates with today's size among them.</summary>
    public static IReadOnlyList<FolderSize> With(IReadOnlyList<FolderSize>? days, FolderSize now) =>
        [.. (days ?? []).Where(day => day.Date < now.Date).Append(now).TakeLast(DaysKept)];

    /// <summary>The growth against the newest size that is a week old or older; null when there is none.</summary>
    public static double? Growth(IReadOnlyList<FolderSize> days, FolderSize now) =>
        days.LastOrDefault(day => day.Date <= now.Date.AddDays(-Week)) is { Bytes: > 0 } before
            ? Math.Round(100.0 * (now.Bytes - before.Bytes) / before.Bytes, 1)
            : null;
}

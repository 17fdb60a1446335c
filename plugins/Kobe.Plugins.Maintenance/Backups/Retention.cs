using System.Globalization;

namespace Kobe.Plugins.Maintenance.Backups;

/// <summary>Which backups may go: of each date, week and month within its span the newest one stays.</summary>
internal static class Retention
{
    /// <summary>The backups that no span keeps. The newest of all always stays.</summary>
    /// <param name="backups">All backups, oldest first.</param>
    /// <param name="now">The present time (UTC).</param>
    /// <param name="days">For how many days each date is kept.</param>
    /// <param name="weeks">For how many weeks each week is kept.</param>
    /// <param name="months">For how many months each month is kept.</param>
    public static IReadOnlyList<StoredBackup> Expired(
        IReadOnlyList<StoredBackup> backups, DateTimeOffset now, int days, int weeks, int months)
    {
        var kept = new HashSet<StoredBackup>();
        if (backups.Count > 0)
        {
            kept.Add(backups[^1]);
        }

        Keep(kept, backups, now.AddDays(-days), at => at.UtcDateTime.Date);
        Keep(kept, backups, now.AddDays(-7 * weeks), Week);
        Keep(kept, backups, now.AddMonths(-months), at => (at.UtcDateTime.Year, at.UtcDateTime.Month));
        return [.. backups.Where(backup => !kept.Contains(backup))];
    }

    private static void Keep<T>(
        HashSet<StoredBackup> kept, IReadOnlyList<StoredBackup> backups, DateTimeOffset from,
        Func<DateTimeOffset, T> span)
    {
        foreach (var group in backups.Where(backup => backup.At >= from).GroupBy(backup => span(backup.At)))
        {
            kept.Add(group.Last());
        }
    }

    private static (int Year, int Week) Week(DateTimeOffset at) =>
        (ISOWeek.GetYear(at.UtcDateTime), ISOWeek.GetWeekOfYear(at.UtcDateTime));
}

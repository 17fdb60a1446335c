using Kobe.Core.Schedules.Cron;
using Kobe.Testing;

namespace Kobe.Core.Tests.Schedules;

/// <summary>Which days of a month a cron expression matches: expression, month, days.</summary>
public class CronDateTests
{
    [Theory]

    // Every day, and plain days of month.
    [InlineData("0 9 * * *",               "2026-02", "1-28")]
    [InlineData("0 9 * * *",               "2028-02", "1-29")]
    [InlineData("0 9 1 * *",               "2026-02", "1")]
    [InlineData("0 9 31 * *",              "2026-01", "31")]
    [InlineData("0 9 31 * *",              "2026-04", "none")]
    [InlineData("0 9 29 2 *",              "2026-02", "none")]
    [InlineData("0 9 29 2 *",              "2028-02", "29")]
    [InlineData("0 9 29 2 *",              "2100-02", "none")]
    [InlineData("0 9 30,31 * *",           "2026-06", "30")]
    [InlineData("0 9 1,15 * *",            "2026-06", "1 15")]
    [InlineData("0 9 1-5 * *",             "2026-06", "1-5")]
    [InlineData("0 9 25-31 * *",           "2026-02", "25-28")]
    [InlineData("0 9 */10 * *",            "2026-03", "1 11 21 31")]
    [InlineData("0 9 */2 * *",             "2026-02", "1 3 5 7 9 11 13 15 17 19 21 23 25 27")]
    [InlineData("0 9 5-20/5 * *",          "2026-03", "5 10 15 20")]
    [InlineData("0 9 1-31/15 * *",         "2026-02", "1 16")]
    [InlineData("0 9 10,20-22,*/30 * *",   "2026-05", "1 10 20-22 31")]

    // Months.
    [InlineData("0 9 1 1 *",               "2026-01", "1")]
    [InlineData("0 9 1 1 *",               "2026-02", "none")]
    [InlineData("0 9 1 JAN *",             "2026-01", "1")]
    [InlineData("0 9 1 jan,Jul *",         "2026-07", "1")]
    [InlineData("0 9 1 3-5 *",             "2026-05", "1")]
    [InlineData("0 9 1 3-5 *",             "2026-06", "none")]
    [InlineData("0 9 1 */3 *",             "2026-04", "1")]
    [InlineData("0 9 1 */3 *",             "2026-05", "none")]
    [InlineData("0 9 1 NOV-DEC *",         "2026-12", "1")]
    [InlineData("0 9 1 2-12/2 *",          "2026-12", "1")]
    [InlineData("0 9 1 2-12/2 *",          "2026-11", "none")]

    // Days of the week; 0 and 7 are Sunday.
    [InlineData("0 9 * * 0",               "2026-11", "1 8 15 22 29")]
    [InlineData("0 9 * * 7",               "2026-11", "1 8 15 22 29")]
    [InlineData("0 9 * * SUN",             "2026-11", "1 8 15 22 29")]
    [InlineData("0 9 * * 1",               "2026-11", "2 9 16 23 30")]
    [InlineData("0 9 * * 6",               "2026-11", "7 14 21 28")]
    [InlineData("0 9 * * 1-5",             "2026-11", "2-6 9-13 16-20 23-27 30")]
    [InlineData("0 9 * * MON-FRI",         "2026-11", "2-6 9-13 16-20 23-27 30")]
    [InlineData("0 9 * * 5-7",             "2026-11", "1 6-8 13-15 20-22 27-29")]
    [InlineData("0 9 * * FRI-SUN",         "2026-11", "1 6-8 13-15 20-22 27-29")]
    [InlineData("0 9 * * 0-2",             "2026-11", "1-3 8-10 15-17 22-24 29 30")]
    [InlineData("0 9 * * 0,7",             "2026-11", "1 8 15 22 29")]
    [InlineData("0 9 * * tue,Thu",         "2026-11", "3 5 10 12 17 19 24 26")]
    [InlineData("0 9 * * 1-5/2",           "2026-11", "2 4 6 9 11 13 16 18 20 23 25 27 30")]
    [InlineData("0 9 * * */2",             "2026-11", "1 3 5 7 8 10 12 14 15 17 19 21 22 24 26 28 29")]
    [InlineData("0 9 * * */3",             "2026-11", "1 4 7 8 11 14 15 18 21 22 25 28 29")]
    [InlineData("0 9 * * 0-7",             "2026-11", "1-30")]

    // The last day, and days before it.
    [InlineData("0 9 L * *",               "2026-01", "31")]
    [InlineData("0 9 L * *",               "2026-02", "28")]
    [InlineData("0 9 l * *",               "2028-02", "29")]
    [InlineData("0 9 L-1 * *",             "2026-02", "27")]
    [InlineData("0 9 L-3 * *",             "2026-04", "27")]
    [InlineData("0 9 L-27 * *",            "2026-02", "1")]
    [InlineData("0 9 L-28 * *",            "2026-02", "none")]
    [InlineData("0 9 L-30 * *",            "2026-01", "1")]
    [InlineData("0 9 L-30 * *",            "2026-04", "none")]
    [InlineData("0 9 1,L * *",             "2026-06", "1 30")]
    [InlineData("0 9 L,L-1,L-2 * *",       "2026-06", "28-30")]

    // The weekday nearest to a day: Saturday to Friday, Sunday to Monday, never into another month.
    [InlineData("0 9 15W * *",             "2026-08", "14")]
    [InlineData("0 9 15W * *",             "2026-11", "16")]
    [InlineData("0 9 15W * *",             "2026-12", "15")]
    [InlineData("0 9 1W * *",              "2026-08", "3")]
    [InlineData("0 9 1W * *",              "2026-11", "2")]
    [InlineData("0 9 1W * *",              "2026-12", "1")]
    [InlineData("0 9 31W * *",             "2026-01", "30")]
    [InlineData("0 9 31W * *",             "2026-05", "29")]
    [InlineData("0 9 31W * *",             "2026-04", "none")]
    [InlineData("0 9 30W * *",             "2026-05", "29")]
    [InlineData("0 9 29W * *",             "2026-02", "none")]
    [InlineData("0 9 29W * *",             "2028-02", "29")]
    [InlineData("0 9 LW * *",              "2026-01", "30")]
    [InlineData("0 9 LW * *",              "2026-02", "27")]
    [InlineData("0 9 LW * *",              "2026-05", "29")]
    [InlineData("0 9 lw * *",              "2026-12", "31")]
    [InlineData("0 9 L-2W * *",            "2026-05", "29")]
    [InlineData("0 9 L-30W * *",           "2026-08", "3")]
    [InlineData("0 9 1W,15W,LW * *",       "2026-08", "3 14 31")]

    // The last and the nth of a weekday.
    [InlineData("0 9 * * 5L",              "2026-11", "27")]
    [InlineData("0 9 * * FRIL",            "2026-01", "30")]
    [InlineData("0 9 * * 0L",              "2026-11", "29")]
    [InlineData("0 9 * * 7L",              "2026-11", "29")]
    [InlineData("0 9 * * SAT#1",           "2026-11", "7")]
    [InlineData("0 9 * * 5#3",             "2026-11", "20")]
    [InlineData("0 9 * * FRI#3",           "2026-06", "19")]
    [InlineData("0 9 * * 4#4",             "2026-11", "26")]
    [InlineData("0 9 * * 1#5",             "2026-11", "30")]
    [InlineData("0 9 * * 2#5",             "2026-11", "none")]
    [InlineData("0 9 * * 7#2",             "2026-03", "8")]
    [InlineData("0 9 * * 1#1,5L",          "2026-11", "2 27")]
    [InlineData("0 9 * * MON,WED#2",       "2026-11", "2 9 11 16 23 30")]

    // Both day fields: one match is enough, unless a field begins with a star.
    [InlineData("0 9 13 * FRI",            "2026-11", "6 13 20 27")]
    [InlineData("0 9 13 * FRI",            "2026-10", "2 9 13 16 23 30")]
    [InlineData("0 9 1,15 * 1",            "2026-06", "1 8 15 22 29")]
    [InlineData("0 9 L * 0",               "2026-11", "1 8 15 22 29 30")]
    [InlineData("0 9 1-7 * MON",           "2026-11", "1-7 9 16 23 30")]
    [InlineData("0 9 */7 * MON",           "2026-06", "1 8 15 22 29")]
    [InlineData("0 9 */2 * 1-5",           "2026-02", "3 5 9 11 13 17 19 23 25 27")]
    [InlineData("0 9 1-7 * */7",           "2026-11", "1")]
    [InlineData("0 9 * * *",               "2026-12", "1-31")]
    [InlineData("0 9 31 2 MON",            "2026-02", "2 9 16 23")]
    [InlineData("0 9 15W * SAT#2",         "2026-08", "8 14")]
    public void Cron_MatchesTheseDays_InTheMonth(string expression, string month, string days)
    {
        var cron = CronExpression.Parse(expression, out var error);
        Assert.Null(error);
        var first = Days.Date(month + "-01");
        var matching = Days.Between(first, first.AddMonths(1).AddDays(-1)).Where(cron!.Matches)
            .Select(date => date.Day).ToList();
        Assert.Equal(days, Runs(matching));
    }

    // 1 2 3 7 as "1-3 7", and 1 2 as "1 2".
    private static string Runs(List<int> days)
    {
        var parts = new List<string>();
        for (var from = 0; from < days.Count;)
        {
            var to = from;
            while (to + 1 < days.Count && days[to + 1] == days[to] + 1)
            {
                to++;
            }

            var isRun = to - from > 1;
            parts.AddRange(isRun ? [$"{days[from]}-{days[to]}"] : days[from..(to + 1)].Select(day => $"{day}"));
            from = to + 1;
        }

        return parts.Count == 0 ? "none" : string.Join(' ', parts);
    }
}

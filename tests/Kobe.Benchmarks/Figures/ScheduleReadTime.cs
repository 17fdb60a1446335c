using System.Diagnostics;

namespace Kobe.Benchmarks.Figures;

/// <summary>Reading and checking a schedule, once warm: a reload must not hold the brain up.</summary>
internal static class ScheduleReadTime
{
    public static Figure Small { get; } = new("reading 500 rows", "ms", Limit: 25, _ => Read(files: 1, rows: 500));

    public static Figure Large { get; } =
        new("reading 10,000 rows in ten files", "ms", Limit: 400, _ => Read(files: 10, rows: 1_000));

    private static Reading Read(int files, int rows)
    {
        var made = new MadeSchedule();
        var texts = MadeSchedule.Files(files, rows);
        for (var row = 0; row < 20_000; row += files * rows)
        {
            made.Read(texts);
        }

        return Reading.Of(() =>
        {
            var start = Stopwatch.GetTimestamp();
            made.Read(texts);
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        });
    }
}

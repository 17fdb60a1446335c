using System.Diagnostics;
using Kobe.Core.Planning;

namespace Kobe.Benchmarks.Figures;

/// <summary>Expanding a year of 500 rows, and asking what is due next.</summary>
internal static class PlanTime
{
    private const int Questions = 100_000;

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static Figure Year { get; } = new("a year of 500 rows", "ms", Limit: 250, _ => ReadYear());

    public static Figure Next { get; } = new("what is due next", "µs", Limit: 2, _ => ReadNext());

    private static Reading ReadYear()
    {
        var made = new MadeSchedule();
        var schedule = made.Read(MadeSchedule.Files(1, 500));
        Expand();
        return Reading.Of(Expand);

        double Expand()
        {
            var start = Stopwatch.GetTimestamp();
            var count = new Timeline(schedule, made.Calendars).Between(Start, Start.AddYears(1)).Count();
            return count > 0 ? Stopwatch.GetElapsedTime(start).TotalMilliseconds : double.NaN;
        }
    }

    // Every answer is another one: the questions jump about in a date that was expanded once.
    private static Reading ReadNext()
    {
        var made = new MadeSchedule();
        var timeline = new Timeline(made.Read(MadeSchedule.Files(1, 500)), made.Calendars);
        Ask();
        return Reading.Of(Ask);

        double Ask()
        {
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < Questions; i++)
            {
                timeline.Next(Start.AddSeconds(43_200 + (i * 3_607L % 43_200)));
            }

            return Stopwatch.GetElapsedTime(start).TotalMicroseconds / Questions;
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using Kobe.Benchmarks.Brains;
using Kobe.Core.Markets;
using Kobe.Markets;

namespace Kobe.Benchmarks.Figures;

/// <summary>All 111 years of an exchange in a process that did nothing else: zone data and compiling count.</summary>
internal static class ColdCalendar
{
    public const string Probe = "cold-calendar";

    public static Figure Figure { get; } =
        new("111 years of a calendar, cold process", "ms", Limit: 50, _ => Read());

    private static Reading Read() =>
        Reading.Of(() => double.Parse(
            TimedProcess.Run(typeof(ColdCalendar).Assembly.Location, Probe).Output, CultureInfo.InvariantCulture));

    /// <summary>Does it, in the process made for it, and prints how many milliseconds it took.</summary>
    public static void Answer()
    {
        var start = Stopwatch.GetTimestamp();
        var calendar = new ExchangeCalendar(BuiltInCalendars.Xnys(new MachineZones().Find("America/New_York")!));
        var sessions = 0;
        for (var year = ExchangeCalendar.FirstDate.Year; year <= ExchangeCalendar.LastDate.Year; year++)
        {
            sessions += calendar.On(new(year, 7, 1)).Session is null ? 0 : 1;
        }

        var elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        Console.WriteLine(sessions > 0 ? elapsed.ToString(CultureInfo.InvariantCulture) : "no sessions");
    }
}

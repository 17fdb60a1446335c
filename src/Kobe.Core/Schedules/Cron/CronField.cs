namespace Kobe.Core.Schedules.Cron;

/// <summary>One of the five fields: its name, its numbers and its names for them.</summary>
internal sealed record CronField(string Name, int Min, int Max, string Range, string[] Names)
{
    public static CronField Minute { get; } = new("minute", 0, 59, "Minutes go from 0 to 59.", []);

    public static CronField Hour { get; } = new("hour", 0, 23, "Hours go from 0 to 23.", []);

    public static CronField Day { get; } = new("day of month", 1, 31, "Days of the month go from 1 to 31.", []);

    public static CronField Month { get; } = new("month", 1, 12, "Months go from 1 to 12, or JAN to DEC.",
        ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]);

    public static CronField Weekday { get; } = new("day of week", 0, 7,
        "Days of the week go from 0 to 7, or SUN to SAT; 0 and 7 are Sunday.",
        ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"]);

    public static CronField[] All { get; } = [Minute, Hour, Day, Month, Weekday];
}

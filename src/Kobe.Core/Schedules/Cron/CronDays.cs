namespace Kobe.Core.Schedules.Cron;

/// <summary>The two day fields of an expression, and which days of a month they match.</summary>
internal sealed class CronDays
{
    /// <summary>Whether the day-of-month field begins with a star.</summary>
    public bool AnyDay { get; set; }

    /// <summary>Whether the day-of-week field begins with a star.</summary>
    public bool AnyWeekday { get; set; }

    /// <summary>Plain days of month; bit n stands for the nth.</summary>
    public uint Days { get; set; }

    /// <summary>Days counted back from the last: bit n stands for n days before it.</summary>
    public uint BeforeLast { get; set; }

    /// <summary>Weekdays nearest to a day of month; bit n stands for the nth.</summary>
    public uint NearestWeekdays { get; set; }

    /// <summary>Weekdays nearest to a day counted back from the last.</summary>
    public uint NearestBeforeLast { get; set; }

    /// <summary>Plain days of week; bit 0 stands for Sunday.</summary>
    public int Weekdays { get; set; }

    /// <summary>The last of a weekday in the month; bit 0 stands for Sunday.</summary>
    public int LastWeekdays { get; set; }

    /// <summary>The nth of a weekday in the month; bit weekday * 8 + n.</summary>
    public ulong NthWeekdays { get; set; }

    /// <summary>The days of a month that match; bit n stands for the nth.</summary>
    public uint In(int year, int month)
    {
        var length = DateTime.DaysInMonth(year, month);
        var first = (int)new DateOnly(year, month, 1).DayOfWeek;
        var all = (uint)((1UL << (length + 1)) - 2);
        var byDay = AnyDay && Days == uint.MaxValue ? all : all & DaysOfMonth(length, first);
        var byWeekday = AnyWeekday && Weekdays == 0x7F ? all : all & DaysOfWeek(length, first);
        return AnyDay || AnyWeekday ? byDay & byWeekday : byDay | byWeekday;
    }

    private uint DaysOfMonth(int length, int first)
    {
        var days = Days;
        for (var n = 0; n < 31; n++)
        {
            var counted = length - n;
            if ((BeforeLast & (1u << n)) != 0 && counted >= 1)
            {
                days |= 1u << counted;
            }

            if ((NearestBeforeLast & (1u << n)) != 0 && counted >= 1)
            {
                days |= 1u << NearestWeekday(counted, length, first);
            }

            if ((NearestWeekdays & (1u << (n + 1))) != 0 && n + 1 <= length)
            {
                days |= 1u << NearestWeekday(n + 1, length, first);
            }
        }

        return days;
    }

    private uint DaysOfWeek(int length, int first)
    {
        var days = 0u;
        for (var day = 1; day <= length; day++)
        {
            var weekday = (first + day - 1) % 7;
            var matches = (Weekdays & (1 << weekday)) != 0
                || ((LastWeekdays & (1 << weekday)) != 0 && day + 7 > length)
                || (NthWeekdays & (1UL << ((weekday * 8) + ((day + 6) / 7)))) != 0;
            days |= matches ? 1u << day : 0;
        }

        return days;
    }

    // Saturday moves to Friday, Sunday to Monday, and neither leaves the month.
    private static int NearestWeekday(int day, int length, int first) => ((first + day - 1) % 7) switch
    {
        0 => day == length ? day - 2 : day + 1,
        6 => day == 1 ? day + 2 : day - 1,
        _ => day,
    };
}

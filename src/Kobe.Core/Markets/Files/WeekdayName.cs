namespace Kobe.Core.Markets.Files;

/// <summary>Days of the week as files write them; the numbers are those of <see cref="DayOfWeek"/>.</summary>
internal enum WeekdayName
{
    Sun,
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
}

namespace Kobe.Core.Markets;

/// <summary>A date that comes once a year by a rule.</summary>
public abstract record YearlyDate
{
    private YearlyDate()
    {
    }

    /// <summary>The date in a year, before any observance; null when that year has none (29 February).</summary>
    /// <param name="year">The year, 1583 or later.</param>
    public abstract DateOnly? In(int year);

    /// <summary>The same day of the same month each year.</summary>
    /// <param name="Month">1–12.</param>
    /// <param name="Day">1–31.</param>
    public sealed record Fixed(int Month, int Day) : YearlyDate
    {
        /// <inheritdoc/>
        public override DateOnly? In(int year) =>
            Day <= DateTime.DaysInMonth(year, Month) ? new DateOnly(year, Month, Day) : null;
    }

    /// <summary>The nth of a weekday in a month, with days added after it.</summary>
    /// <param name="Month">1–12.</param>
    /// <param name="Weekday">The day of the week.</param>
    /// <param name="Nth">1–5, or -1 for the last.</param>
    /// <param name="PlusDays">Days after it, such as 1 for the day after Thanksgiving.</param>
    public sealed record NthWeekday(int Month, DayOfWeek Weekday, int Nth, int PlusDays = 0) : YearlyDate
    {
        /// <inheritdoc/>
        public override DateOnly? In(int year)
        {
            var first = new DateOnly(year, Month, 1);
            var toFirst = ((int)Weekday - (int)first.DayOfWeek + 7) % 7;
            var day = 1 + toFirst + ((Nth > 0 ? Nth - 1 : 4) * 7);
            var length = DateTime.DaysInMonth(year, Month);
            if (day > length)
            {
                if (Nth > 0)
                {
                    return null;
                }

                day -= 7;
            }

            return new DateOnly(year, Month, day).AddDays(PlusDays);
        }
    }

    /// <summary>A number of days before or after Easter Sunday.</summary>
    /// <param name="Days">-2 is Good Friday.</param>
    public sealed record Easter(int Days) : YearlyDate
    {
        /// <inheritdoc/>
        public override DateOnly? In(int year) => EasterSunday(year).AddDays(Days);

        // The anonymous Gregorian computus (Nature, 20 April 1876); letters as it is always printed.
        private static DateOnly EasterSunday(int year)
        {
            var a = year % 19;
            var b = year / 100;
            var c = year % 100;
            var d = b / 4;
            var e = b % 4;
            var f = (b + 8) / 25;
            var g = (b - f + 1) / 3;
            var h = ((19 * a) + b - d - g + 15) % 30;
            var i = c / 4;
            var k = c % 4;
            var l = (32 + (2 * e) + (2 * i) - h - k) % 7;
            var m = (a + (11 * h) + (22 * l)) / 451;
            var n = h + l - (7 * m) + 114;
            return new DateOnly(year, n / 31, (n % 31) + 1);
        }
    }
}

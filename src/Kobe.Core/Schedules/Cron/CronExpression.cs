namespace Kobe.Core.Schedules.Cron;

/// <summary>A five-field cron expression: minute, hour, day of month, month, day of week.</summary>
/// <remarks>
/// <para>Lists, ranges, steps and English names (JAN, MON; 7 is Sunday). Day of month also takes <c>L</c> (the last),
/// <c>L-3</c> (three days before it), <c>15W</c> (the weekday nearest to the 15th within the month) and <c>LW</c>; day
/// of week takes <c>5L</c> (the last Friday of the month) and <c>5#3</c> (the third).</para>
/// <para>Of the two day fields one that begins with <c>*</c> leaves the choice to the other: both must match. If
/// neither does, one match is enough (Vixie's rule). It is a rule for dates and wall-clock times; what the clock
/// changes do to them is decided when a date is expanded.</para>
/// </remarks>
public sealed class CronExpression : IEquatable<CronExpression>
{
    private readonly CronDays _days;
    private readonly int _months;

    internal CronExpression(string text, TimeOnly[] times, int months, CronDays days)
    {
        Text = text;
        Times = times;
        Slots = new string[times.Length];
        for (var i = 0; i < times.Length; i++)
        {
            Slots[i] = "T" + times[i].ToString("HH:mm");
        }

        _months = months;
        _days = days;
    }

    /// <summary>The expression as it was written, with single spaces.</summary>
    public string Text { get; }

    /// <summary>The wall-clock times of each date that matches, in order.</summary>
    public IReadOnlyList<TimeOnly> Times { get; }

    internal string[] Slots { get; }

    /// <summary>Reads an expression.</summary>
    /// <param name="text">Five fields, separated by spaces.</param>
    /// <param name="error">What is wrong, when the answer is null.</param>
    /// <returns>The expression, or null. One that never matches any date is an error.</returns>
    public static CronExpression? Parse(string text, out CronError? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        return CronReader.Read(text, out error);
    }

    /// <summary>Whether the expression has times on a date.</summary>
    /// <param name="date">Any date.</param>
    public bool Matches(DateOnly date) =>
        (_months & (1 << date.Month)) != 0 && (_days.In(date.Year, date.Month) & (1u << date.Day)) != 0;

    /// <inheritdoc/>
    public bool Equals(CronExpression? other) => other is not null && other.Text == Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CronExpression);

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Text;

    // The pattern of months repeats after 28 years, but for centuries; a leap year of each weekday is enough.
    internal bool CanMatch()
    {
        for (var year = 2000; year < 2028; year++)
        {
            for (var month = 1; month <= 12; month++)
            {
                if ((_months & (1 << month)) != 0 && _days.In(year, month) != 0)
                {
                    return true;
                }
            }
        }

        return false;
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Kobe.Desk.Bars;

/// <summary>How much time a bar spans: a session day, or a number of minutes.</summary>
public readonly record struct BarInterval : IComparable<BarInterval>
{
    /// <summary>The most minutes of an intraday bar: one day.</summary>
    public const int MinutesMax = 24 * 60;

    private BarInterval(int minutes) => Minutes = minutes;

    /// <summary>One core session, from its open to its close.</summary>
    public static BarInterval Day { get; }

    /// <summary>One minute.</summary>
    public static BarInterval Minute { get; } = new(1);

    /// <summary>The minutes of an intraday bar; 0 for a session day.</summary>
    public int Minutes { get; }

    /// <summary>Whether a bar spans a session day.</summary>
    public bool IsDay => Minutes == 0;

    /// <summary>The length of an intraday bar; zero for a session day, whose length its calendar knows.</summary>
    public TimeSpan Length => TimeSpan.FromMinutes(Minutes);

    /// <summary>An intraday interval.</summary>
    /// <param name="minutes">1 to <see cref="MinutesMax"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The minutes lie outside their range.</exception>
    public static BarInterval OfMinutes(int minutes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minutes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minutes, MinutesMax);
        return new(minutes);
    }

    /// <summary>Reads what <see cref="ToString"/> writes: <c>1d</c>, <c>1m</c>, <c>15m</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="interval">The interval, when the answer is true.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out BarInterval interval)
    {
        interval = Day;
        if (text == "1d")
        {
            return true;
        }

        if (text is not [.. var digits, 'm']
            || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            || minutes is < 1 or > MinutesMax)
        {
            return false;
        }

        interval = new(minutes);
        return true;
    }

    /// <summary>Intraday intervals by their length, the session day last.</summary>
    /// <param name="other">Another interval.</param>
    public int CompareTo(BarInterval other) => Rank.CompareTo(other.Rank);

    /// <summary><c>1d</c> or the minutes, such as <c>15m</c>.</summary>
    public override string ToString() =>
        IsDay ? "1d" : string.Create(CultureInfo.InvariantCulture, $"{Minutes}m");

    /// <summary>Whether one interval is shorter than another.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">Another.</param>
    public static bool operator <(BarInterval left, BarInterval right) => left.Rank < right.Rank;

    /// <summary>Whether one interval is longer than another.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">Another.</param>
    public static bool operator >(BarInterval left, BarInterval right) => left.Rank > right.Rank;

    /// <summary>Whether one interval is not longer than another.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">Another.</param>
    public static bool operator <=(BarInterval left, BarInterval right) => left.Rank <= right.Rank;

    /// <summary>Whether one interval is not shorter than another.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">Another.</param>
    public static bool operator >=(BarInterval left, BarInterval right) => left.Rank >= right.Rank;

    private int Rank => IsDay ? MinutesMax + 1 : Minutes;
}

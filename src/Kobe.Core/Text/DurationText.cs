using System.Text;

namespace Kobe.Core.Text;

/// <summary>Durations as the schedule writes them: <c>90s</c> <c>5m</c> <c>1h30m</c> <c>2d</c>.</summary>
public static class DurationText
{
    private const long MaxSeconds = 36_500L * 86_400;

    /// <summary>The longest that is read: a hundred years.</summary>
    public static readonly TimeSpan Max = TimeSpan.FromSeconds(MaxSeconds);

    private const string Units = "dhms";

    /// <summary>Reads a duration.</summary>
    /// <param name="text">
    /// Whole numbers, each followed by its unit <c>d</c> (24 hours), <c>h</c>, <c>m</c> or <c>s</c>, in this order,
    /// each unit at most once, nothing between them.
    /// </param>
    /// <param name="duration">Zero to <see cref="Max"/>; zero when the text is not a duration.</param>
    /// <returns>False when the text is something else.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        var seconds = 0L;
        var largest = -1;
        var at = 0;
        while (at < text.Length)
        {
            var number = 0L;
            var first = at;
            for (; at < text.Length && char.IsAsciiDigit(text[at]); at++)
            {
                number = (number * 10) + (text[at] - '0');
                if (number > MaxSeconds)
                {
                    return false;
                }
            }

            var unit = at < text.Length ? Units.IndexOf(text[at]) : -1;
            if (at == first || unit <= largest)
            {
                return false;
            }

            largest = unit;
            at++;
            seconds += number * SecondsOf(unit);
        }

        if (text.IsEmpty || seconds > MaxSeconds)
        {
            return false;
        }

        duration = TimeSpan.FromSeconds(seconds);
        return true;
    }

    /// <summary>A stretch of time as reasons and alerts say it: in whole seconds, at least one.</summary>
    /// <param name="span">The stretch.</param>
    public static string FormatWhole(TimeSpan span) =>
        Format(TimeSpan.FromSeconds(Math.Max(1, Math.Floor(span.TotalSeconds))));

    /// <summary>Writes a duration so that <see cref="TryParse"/> reads it again.</summary>
    /// <remarks>Parts of a second are written as <c>0.5s</c>, less than none with a minus; neither is read.</remarks>
    /// <param name="duration">Any duration.</param>
    /// <returns>Such as <c>1h30m</c>; <c>0s</c> for none.</returns>
    public static string Format(TimeSpan duration)
    {
        if (duration == TimeSpan.Zero)
        {
            return "0s";
        }

        var text = new StringBuilder();
        if (duration < TimeSpan.Zero)
        {
            text.Append('-');
        }

        Append(text, Math.Abs(duration.Days), 'd');
        Append(text, Math.Abs(duration.Hours), 'h');
        Append(text, Math.Abs(duration.Minutes), 'm');
        var fraction = Math.Abs(duration.Ticks % TimeSpan.TicksPerSecond);
        if (fraction == 0)
        {
            Append(text, Math.Abs(duration.Seconds), 's');
        }
        else
        {
            var digits = fraction.ToString("D7").TrimEnd('0');
            text.Append(Math.Abs(duration.Seconds)).Append('.').Append(digits).Append('s');
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, int number, char unit)
    {
        if (number != 0)
        {
            text.Append(number).Append(unit);
        }
    }

    private static long SecondsOf(int unit) => Units[unit] switch
    {
        'd' => 86_400,
        'h' => 3_600,
        'm' => 60,
        _ => 1,
    };
}

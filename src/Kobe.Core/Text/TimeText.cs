namespace Kobe.Core.Text;

/// <summary>Times of day as the schedule writes them: <c>HH:mm</c>, nothing else.</summary>
public static class TimeText
{
    private const string Form = "Write it as HH:mm in 24 hours with two digits each, from 00:00 to 23:59.";

    /// <summary>Reads a time of day.</summary>
    /// <param name="text">Exactly five characters, <c>00:00</c> to <c>23:59</c>.</param>
    /// <param name="time">The time; midnight when the text is not one.</param>
    /// <returns>False when the text is something else.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out TimeOnly time)
    {
        time = default;
        if (text.Length != 5 || text[2] != ':' || Digits.Two(text, 0) is not (>= 0 and < 24) ||
            Digits.Two(text, 3) is not (>= 0 and < 60))
        {
            return false;
        }

        time = new TimeOnly(Digits.Two(text, 0), Digits.Two(text, 3));
        return true;
    }

    /// <summary>What would be right in place of a text that is no time of day.</summary>
    /// <param name="text">What was written.</param>
    /// <returns>A sentence, with the time that was probably meant where that is clear.</returns>
    public static string Hint(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text is "24:00"
            ? "A day ends before 24:00: write 00:00 and let it fall on the next day, or 23:59."
            : Meant(text) is { } time ? $"Did you mean '{time:HH:mm}'? {Form}" : Form;
    }

    // Understands 9:15, 915, 0915, 09:15:30, 9.15 and 9:15 PM; only to suggest, never to accept.
    private static TimeOnly? Meant(string text)
    {
        var half = text.EndsWith("PM", StringComparison.OrdinalIgnoreCase) ? 12
            : text.EndsWith("AM", StringComparison.OrdinalIgnoreCase) ? 0 : -1;
        var clock = (half < 0 ? text : text[..^2]).Trim().Replace('.', ':');
        if (clock.Length == 8 && clock[5] == ':' && Digits.Two(clock, 6) >= 0)
        {
            clock = clock[..5];
        }

        if (clock.Length is 3 or 4 && !clock.Contains(':', StringComparison.Ordinal))
        {
            clock = clock.Insert(clock.Length - 2, ":");
        }

        if (clock.Length is 1 or 2 && half >= 0)
        {
            clock += ":00";
        }

        if (!TryParse(clock.PadLeft(5, '0'), out var time))
        {
            return null;
        }

        var isTwelveHours = time.Hour is >= 1 and <= 12;
        return half < 0 ? time : isTwelveHours ? new TimeOnly((time.Hour % 12) + half, time.Minute) : null;
    }
}

namespace Kobe.Core.Text;

/// <summary>Days as the schedule writes them: <c>yyyy-MM-dd</c>, nothing else.</summary>
public static class DateText
{
    private const string Form = "Write it as yyyy-MM-dd, such as 2026-11-27.";

    /// <summary>Reads a day.</summary>
    /// <param name="text">Exactly ten characters, a day of the years 0001 to 9999 that exists.</param>
    /// <param name="date">The day; the first of all when the text is not one.</param>
    /// <returns>False when the text is something else.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out DateOnly date)
    {
        date = default;
        if (!TryParts(text, out var year, out var month, out var day) ||
            year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new DateOnly(year, month, day);
        return true;
    }

    /// <summary>What would be right in place of a text that is no day.</summary>
    /// <param name="text">What was written.</param>
    /// <returns>A sentence, with the day that was probably meant where that is clear.</returns>
    public static string Hint(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (TryParts(text, out var year, out var month, out var day))
        {
            return year < 1 || month is < 1 or > 12 ? "A year has the months 01 to 12, and years start at 0001."
                : $"{year:D4}-{month:D2} has the days 01 to {DateTime.DaysInMonth(year, month)}, not {day:D2}.";
        }

        // Only with the year in front: 03/04/2026 is two different days on two continents.
        var parts = text.Split('-', '/', '.');
        if (parts.Length == 3 && parts[0].Length == 4 &&
            TryParse($"{parts[0]}-{parts[1].PadLeft(2, '0')}-{parts[2].PadLeft(2, '0')}", out var meant))
        {
            return $"Did you mean '{meant:yyyy-MM-dd}'? {Form}";
        }

        return Form;
    }

    private static bool TryParts(ReadOnlySpan<char> text, out int year, out int month, out int day)
    {
        (year, month, day) = (-1, -1, -1);
        if (text.Length != 10 || text[4] != '-' || text[7] != '-')
        {
            return false;
        }

        var (century, rest) = (Digits.Two(text, 0), Digits.Two(text, 2));
        (year, month, day) = ((century * 100) + rest, Digits.Two(text, 5), Digits.Two(text, 8));
        return century >= 0 && rest >= 0 && month >= 0 && day >= 0;
    }
}

using Kobe.Core.Text;

namespace Kobe.Core.Markets.Files;

/// <summary>Reads when a yearly rule falls: <c>date</c>, or <c>weekday</c> with <c>nth</c> and <c>month</c>, or
/// <c>easter</c>.</summary>
internal static class YearlyDateReader
{
    public static readonly string[] Keys = ["date", "weekday", "nth", "month", "plus_days", "easter"];

    public static YearlyDate? Read(YamlFields row, Diagnostics diagnostics)
    {
        var ways = (row.Has("date") ? 1 : 0) + (row.Has("weekday") ? 1 : 0) + (row.Has("easter") ? 1 : 0);
        var mixed = !row.Has("weekday") && (row.Has("nth") || row.Has("month") || row.Has("plus_days"));
        if (ways != 1 || mixed)
        {
            diagnostics.Error(row.Mark, CalendarCodes.BadRule, "A yearly rule says in one way when it falls.",
                "Write date: \"12-25\", or weekday: mon with nth: 1 and month: 9, or easter: -2.");
            return null;
        }

        return row.Has("date") ? Fixed(row, diagnostics) : row.Has("weekday") ? Nth(row, diagnostics) : Easter(row);
    }

    /// <summary>A month and day such as 12-25; null, with an error, when there is no such day in any year.</summary>
    public static (int Month, int Day)? MonthDay(YamlFields row, string key, Diagnostics diagnostics)
    {
        if (row.Text(key) is not { } text)
        {
            return null;
        }

        if (text is [>= '0' and <= '9', >= '0' and <= '9', '-', >= '0' and <= '9', >= '0' and <= '9'])
        {
            var month = ((text[0] - '0') * 10) + text[1] - '0';
            var day = ((text[3] - '0') * 10) + text[4] - '0';
            if (month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(2000, month))
            {
                return (month, day);
            }
        }

        diagnostics.Error(row.MarkOf(key), TextCodes.BadDate, $"'{key}' is '{text}', not a day of the year.",
            "Write month and day as \"12-25\".");
        return null;
    }

    private static YearlyDate.Fixed? Fixed(YamlFields row, Diagnostics diagnostics) =>
        MonthDay(row, "date", diagnostics) is var (month, day) ? new(month, day) : null;

    private static YearlyDate.Easter? Easter(YamlFields row) =>
        row.Number("easter", -60, 60) is { } days ? new(days) : null;

    private static YearlyDate.NthWeekday? Nth(YamlFields row, Diagnostics diagnostics)
    {
        var weekday = row.Choice<WeekdayName>("weekday");
        var nth = row.Number("nth", -1, 5);
        var month = row.Number("month", 1, 12);
        var plus = row.Number("plus_days", -6, 6) ?? 0;
        if (nth == 0 || !row.Has("nth") || !row.Has("month"))
        {
            diagnostics.Error(row.Mark, CalendarCodes.BadRule, "A weekday rule needs 'nth' and 'month'.",
                "Write nth: 1 to 5, or -1 for the last, and month: 1 to 12.");
            return null;
        }

        return weekday is { } day && nth is { } count && month is { } of ? new(of, (DayOfWeek)day, count, plus) : null;
    }
}

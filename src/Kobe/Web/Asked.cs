using System.Globalization;
using Kobe.Core.Text;
using Microsoft.AspNetCore.Http;

namespace Kobe.Web;

/// <summary>What stands after the question mark, read with limits.</summary>
internal static class Asked
{
    /// <summary>A text, or null.</summary>
    public static string? Text(HttpContext context, string name) =>
        context.Request.Query.TryGetValue(name, out var values) && values is [{ Length: > 0 } text] ? text : null;

    /// <summary>A number.</summary>
    /// <exception cref="WebRefusal">It is none, or out of its range.</exception>
    public static int Number(HttpContext context, string name, int usual, int min, int max) =>
        Text(context, name) is not { } text ? usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= min && number <= max
            ? number
            : throw new WebRefusal(400, "Wrong value", $"'{name}' must be {min} to {max}.");

    /// <summary>A date.</summary>
    /// <exception cref="WebRefusal">It is none that the calendars know.</exception>
    public static DateOnly Date(HttpContext context, string name, DateOnly usual) =>
        Text(context, name) is not { } text ? usual
        : DateText.TryParse(text, out var date) && Core.Markets.ExchangeCalendar.Covers(date) ? date
        : throw new WebRefusal(400, "Wrong value", $"'{name}' must be a date such as 2026-11-20, 1990 to 2100.");

    /// <summary>Two dates, both included.</summary>
    /// <exception cref="WebRefusal">The last lies before the first, or they are too many.</exception>
    public static (DateOnly From, DateOnly To) Dates(
        HttpContext context, DateOnly from, DateOnly to, int daysMax)
    {
        var (first, last) = (Date(context, "from", from), Date(context, "to", to));
        return last >= first && last.DayNumber - first.DayNumber < daysMax
            ? (first, last)
            : throw new WebRefusal(400, "Wrong value", $"'from' and 'to' must be in order, {daysMax} days at most.");
    }

    /// <summary>A switch: <c>true</c>, <c>1</c>, or its name alone.</summary>
    public static bool Flag(HttpContext context, string name) =>
        context.Request.Query.TryGetValue(name, out var values) && values is [null or "" or "true" or "1"];
}

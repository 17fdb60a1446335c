using System.Globalization;
using Kobe.Core.Markets;
using Kobe.Core.Text;
using Kobe.Files;

namespace Kobe.CommandLine;

/// <summary>Dates and times as people type them.</summary>
internal static class TimeArgument
{
    private const string Expected = "Write 2026-11-27T12:59, 2026-11-27T12:59:30-05:00 or 2026-11-27.";

    private static readonly string[] LocalFormats =
        ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd"];

    private static readonly string[] InstantFormats =
        ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ssK"];

    /// <summary>An instant; a time without an offset is meant in the zone.</summary>
    /// <param name="option">The option's name, for the message.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="zone">The zone of a time without an offset.</param>
    public static DateTimeOffset Instant(string option, string text, TimeZoneInfo zone)
    {
        const DateTimeStyles Style = DateTimeStyles.None;
        if (DateTime.TryParseExact(text, LocalFormats, CultureInfo.InvariantCulture, Style, out var local))
        {
            var date = DateOnly.FromDateTime(local);
            RefuseOutside(option, text, date);
            return new LocalDay(date, zone).Resolve(local.TimeOfDay, GapPolicy.Run, OverlapPolicy.First)!.Value;
        }

        if (DateTimeOffset.TryParseExact(text, InstantFormats, CultureInfo.InvariantCulture, Style, out var instant))
        {
            RefuseOutside(option, text, DateOnly.FromDateTime(instant.DateTime));
            return instant.ToUniversalTime();
        }

        throw new UserError($"{option} '{text}' is no time that exists. {Expected}");
    }

    /// <summary>A date that exists, 1990–2100.</summary>
    /// <param name="option">The option's name, for the message.</param>
    /// <param name="text">What was typed.</param>
    public static DateOnly Date(string option, string text)
    {
        if (!DateText.TryParse(text, out var date))
        {
            throw new UserError($"{option} '{text}' is no date that exists. {DateText.Hint(text)}");
        }

        RefuseOutside(option, text, date);
        return date;
    }

    // A day is kept free at both ends, so that no zone's offset leads out of the calendar.
    private static void RefuseOutside(string option, string text, DateOnly date)
    {
        if (!ExchangeCalendar.Covers(date))
        {
            throw new UserError($"{option} '{text}' lies outside the calendar, 1990-01-01 to 2100-12-31.");
        }
    }
}

using System.Globalization;
using Kobe.Core.Markets;

namespace Kobe.Desk.Bars.Csv;

/// <summary>Turns the time column into the instants between which a bar lies.</summary>
internal sealed class BarTimes(ExchangeCalendar calendar, BarInterval interval)
{
    private static readonly string[] DateFormats = ["yyyy-MM-dd", "yyyyMMdd"];
    private static readonly string[] WallFormats =
        ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyyMMdd HH:mm"];

    private LocalDay _local;

    /// <summary>Whether times are dates.</summary>
    public bool IsDay => interval.IsDay;

    /// <summary>What would be right.</summary>
    public string Hint => interval.IsDay
        ? "Write the session's date, such as 2021-03-31."
        : $"Write the minute's start, such as 2021-03-31 09:30 ({calendar.Zone.Id}) or 2021-03-31T13:30:00Z.";

    /// <summary>Reads one time. False without a reason: it is no time at all.</summary>
    public bool TryRead(
        ReadOnlySpan<char> text, out DateTimeOffset start, out DateTimeOffset end, out string? whyNot)
    {
        (start, end, whyNot) = (default, default, null);
        return interval.IsDay
            ? TryReadDate(text, ref start, ref end, ref whyNot)
            : TryReadMinute(text, ref start, ref end, ref whyNot);
    }

    private bool TryReadDate(
        ReadOnlySpan<char> text, ref DateTimeOffset start, ref DateTimeOffset end, ref string? whyNot)
    {
        if (!DateOnly.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return false;
        }

        if (Session(date, ref whyNot) is not { } session)
        {
            return false;
        }

        (start, end) = (session.Open, session.Close);
        return true;
    }

    private bool TryReadMinute(
        ReadOnlySpan<char> text, ref DateTimeOffset start, ref DateTimeOffset end, ref string? whyNot)
    {
        if (TryReadInstant(text) is not { } instant)
        {
            return false;
        }

        var local = TimeZoneInfo.ConvertTime(instant, calendar.Zone);
        if (Session(DateOnly.FromDateTime(local.DateTime), ref whyNot) is not { } session)
        {
            return false;
        }

        if (instant < session.Pre || instant >= session.Post)
        {
            whyNot = "The time lies outside the day's trading hours.";
            return false;
        }

        // A bar ends with its segment: one of 15 minutes that starts at 12:50 on a 13:00 close is known at 13:00.
        var limit = instant < session.Open ? session.Open : instant < session.Close ? session.Close : session.Post;
        (start, end) = (instant, instant + interval.Length);
        end = end < limit ? end : limit;
        return true;
    }

    private DateTimeOffset? TryReadInstant(ReadOnlySpan<char> text)
    {
        if (DateTime.TryParseExact(text, WallFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall))
        {
            var date = DateOnly.FromDateTime(wall);
            if (_local.Date != date)
            {
                _local = new LocalDay(date, calendar.Zone);
            }

            return _local.Resolve(wall.TimeOfDay, GapPolicy.Run, OverlapPolicy.First);
        }

        // A date alone is no minute, and a time without an offset was read above.
        const DateTimeStyles Style = DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal;
        return text.Length > 16 && (text[^1] is 'Z' or 'z' || text[^6..].IndexOfAny('+', '-') == 0)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Style, out var instant)
                ? instant
                : null;
    }

    private Session? Session(DateOnly date, ref string? whyNot)
    {
        if (!ExchangeCalendar.Covers(date))
        {
            whyNot = "The calendar does not know this date.";
            return null;
        }

        var day = calendar.On(date);
        whyNot = day.Session is null
            ? $"The exchange had no session ({day.Name ?? day.Kind.ToString().ToLowerInvariant()})."
            : null;
        return day.Session;
    }
}

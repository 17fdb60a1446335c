using System.Globalization;
using Kobe.Core.Markets;
using Kobe.Core.Text;

namespace Kobe.Core.Schedules.Reading;

/// <summary>Reads <c>once</c>: a date and time in the row's zone, or with an offset of its own.</summary>
internal sealed class OnceReader(ReadContext context)
{
    private const string Form = "Write it as 2026-12-01T09:45, with seconds or an offset if need be.";

    public Trigger.Once? Read(YamlScalar scalar, TimeZoneInfo? zone)
    {
        if (YamlValues.Text(scalar, "once", context.Diagnostics) is not { } text)
        {
            return null;
        }

        if (!TryParse(text, out var date, out var time, out var offset) || !ExchangeCalendar.Covers(date))
        {
            context.Error(scalar.Mark, ScheduleCodes.BadOnce,
                $"'once' is '{ValueHints.Short(text)}', not a date and time of 1990–2100.", Form);
            return null;
        }

        if (offset is not { } given || zone is null)
        {
            return zone is null ? null : new Trigger.Once(date, time, null);
        }

        var instant = new DateTimeOffset(date.ToDateTime(time), given).ToUniversalTime();
        var local = TimeZoneInfo.ConvertTime(instant, zone).DateTime;
        return new(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local), instant);
    }

    private static bool TryParse(string text, out DateOnly date, out TimeOnly time, out TimeSpan? offset)
    {
        (date, time, offset) = (default, default, null);
        if (text.Length < 16 || text[10] is not ('T' or 't' or ' ') || !DateText.TryParse(text.AsSpan(0, 10), out date))
        {
            return false;
        }

        var end = text.Length > 16 && text[16] == ':' ? 19 : 16;
        return text.Length >= end && TryTime(text.AsSpan(11, end - 11), out time)
            && TryOffset(text.AsSpan(end), out offset);
    }

    private static bool TryTime(ReadOnlySpan<char> text, out TimeOnly time) =>
        text.Length == 5
            ? TimeText.TryParse(text, out time)
            : TimeOnly.TryParseExact(text, "HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    private static bool TryOffset(ReadOnlySpan<char> text, out TimeSpan? offset)
    {
        offset = text is "Z" or "z" ? TimeSpan.Zero : null;
        if (text.IsEmpty || offset is not null)
        {
            return true;
        }

        if (text[0] is not ('+' or '-') || !TimeText.TryParse(text[1..], out var size) || size.Hour > 14
            || (size.Hour == 14 && size.Minute > 0))
        {
            return false;
        }

        offset = text[0] == '-' ? -size.ToTimeSpan() : size.ToTimeSpan();
        return true;
    }
}

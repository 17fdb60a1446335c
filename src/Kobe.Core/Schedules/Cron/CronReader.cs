namespace Kobe.Core.Schedules.Cron;

/// <summary>Reads a whole expression: cuts it into fields, reads each, and asks whether it can ever match.</summary>
internal static class CronReader
{
    private static readonly (string Macro, string Meaning)[] Macros =
    [
        ("@yearly", "0 0 1 1 *"), ("@annually", "0 0 1 1 *"), ("@monthly", "0 0 1 * *"), ("@weekly", "0 0 * * 0"),
        ("@daily", "0 0 * * *"), ("@midnight", "0 0 * * *"), ("@hourly", "0 * * * *"),
    ];

    public static CronExpression? Read(string text, out CronError? error)
    {
        var fields = Cut(text);
        error = CountError(text, fields);
        if (error is not null)
        {
            return null;
        }

        var reader = new CronFieldReader(text);
        var minutes = reader.Numbers(fields[0], CronField.Minute);
        var hours = reader.Numbers(fields[1], CronField.Hour);
        var days = new CronDays();
        var dayReader = new CronDayReader(text, reader);
        dayReader.Days(fields[2], days);
        var months = reader.Numbers(fields[3], CronField.Month);
        dayReader.Weekdays(fields[4], days);
        error = reader.Error;
        if (error is not null)
        {
            return null;
        }

        var plain = string.Join(' ', fields.Select(field => text[field.Start..field.End]));
        var expression = new CronExpression(plain, Times(hours, minutes), (int)months, days);
        error = expression.CanMatch() ? null : new(fields[2].Start + 1, "no date ever matches",
            "These days do not exist in these months.", Impossible: true);
        return error is null ? expression : null;
    }

    private static List<CronSpan> Cut(string text)
    {
        var fields = new List<CronSpan>();
        for (var at = 0; at < text.Length;)
        {
            if (text[at] is ' ' or '\t')
            {
                at++;
                continue;
            }

            var start = at;
            while (at < text.Length && text[at] is not (' ' or '\t'))
            {
                at++;
            }

            fields.Add(new(start, at));
        }

        return fields;
    }

    private static CronError? CountError(string text, List<CronSpan> fields)
    {
        const string Five = "Write five: minute, hour, day of month, month, day of week.";
        if (fields.Count == 5)
        {
            return null;
        }

        if (fields is [var only])
        {
            var word = text[only.Start..only.End];
            var macro = Array.Find(Macros, macro => macro.Macro.Equals(word, StringComparison.OrdinalIgnoreCase));
            if (macro.Meaning is not null)
            {
                return new(only.Start + 1, $"{word} is not read", $"Write '{macro.Meaning}'.");
            }
        }

        return fields.Count < 5
            ? new(text.Length + 1, $"it has {fields.Count} {(fields.Count == 1 ? "field" : "fields")}, not five", Five)
            : new(fields[5].Start + 1, $"it has {fields.Count} fields, not five",
                fields.Count == 6 ? $"{Five} There are no seconds and no years." : Five);
    }

    private static TimeOnly[] Times(ulong hours, ulong minutes)
    {
        var times = new TimeOnly[24 * 60];
        var count = 0;
        for (var minute = 0; minute < 24 * 60; minute++)
        {
            if ((hours & (1UL << (minute / 60))) != 0 && (minutes & (1UL << (minute % 60))) != 0)
            {
                times[count++] = new TimeOnly(minute / 60, minute % 60);
            }
        }

        var found = new TimeOnly[count];
        Array.Copy(times, found, count);
        return found;
    }
}

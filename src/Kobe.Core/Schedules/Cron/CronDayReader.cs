namespace Kobe.Core.Schedules.Cron;

/// <summary>Reads the two day fields, with what only they have: L, W and #.</summary>
internal sealed class CronDayReader(string text, CronFieldReader fields)
{
    public void Days(CronSpan field, CronDays days)
    {
        days.AnyDay = text[field.Start] == '*';
        foreach (var item in fields.Items(field, CronField.Day))
        {
            if (!SpecialDay(item, days))
            {
                days.Days |= (uint)fields.Item(item, CronField.Day);
            }
        }

        if (days.AnyDay && field.End - field.Start == 1)
        {
            days.Days = uint.MaxValue;
        }
    }

    public void Weekdays(CronSpan field, CronDays days)
    {
        days.AnyWeekday = text[field.Start] == '*';
        foreach (var item in fields.Items(field, CronField.Weekday))
        {
            if (!SpecialWeekday(item, days))
            {
                var bits = (int)fields.Item(item, CronField.Weekday);
                days.Weekdays |= (bits | (bits >> 7)) & 0x7F;
            }
        }
    }

    // L, L-3, LW, L-3W, 15W.
    private bool SpecialDay(CronSpan item, CronDays days)
    {
        var nearest = text[item.End - 1] is 'W' or 'w';
        var body = nearest ? new CronSpan(item.Start, item.End - 1) : item;
        if (body.End > body.Start && text[body.Start] is 'L' or 'l')
        {
            var back = Back(body);
            days.BeforeLast |= nearest ? 0 : 1u << back;
            days.NearestBeforeLast |= nearest ? 1u << back : 0;
            return true;
        }

        if (nearest)
        {
            days.NearestWeekdays |= 1u << fields.Number(body, CronField.Day);
        }

        return nearest;
    }

    private int Back(CronSpan body)
    {
        if (body.End - body.Start == 1)
        {
            return 0;
        }

        if (text[body.Start + 1] == '-' && fields.TryDigits(new(body.Start + 2, body.End), out var back)
            && back is >= 1 and <= 30)
        {
            return back;
        }

        fields.Fail(body.Start, $"'{fields.Show(body)}' is no day of month",
            "Write L for the last day, L-1 to L-30 for days before it, LW for the last weekday.");
        return 0;
    }

    // 5L, 5#3.
    private bool SpecialWeekday(CronSpan item, CronDays days)
    {
        if (item.End - item.Start == 1 && text[item.Start] is 'L' or 'l')
        {
            fields.Fail(item.Start, "'L' alone is no day of week",
                "Write SAT, or FRIL for the last Friday of the month.");
            return true;
        }

        if (text[item.End - 1] is 'L' or 'l')
        {
            days.LastWeekdays |= 1 << (fields.Number(new(item.Start, item.End - 1), CronField.Weekday) % 7);
            return true;
        }

        var hash = text.IndexOf('#', item.Start, item.End - item.Start);
        if (hash < 0)
        {
            return false;
        }

        var weekday = fields.Number(new(item.Start, hash), CronField.Weekday) % 7;
        if (!fields.TryDigits(new(hash + 1, item.End), out var nth) || nth is < 1 or > 5)
        {
            fields.Fail(hash + 1, $"'{fields.Show(new(hash + 1, item.End))}' is no week of the month",
                "Write a number from 1 to 5 behind #.");
            nth = 1;
        }

        days.NthWeekdays |= 1UL << ((weekday * 8) + nth);
        return true;
    }
}

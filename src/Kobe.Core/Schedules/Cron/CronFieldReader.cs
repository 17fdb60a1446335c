using System.Globalization;

namespace Kobe.Core.Schedules.Cron;

/// <summary>Reads single fields. The first error counts; after it nothing is read any more.</summary>
internal sealed class CronFieldReader(string text)
{
    public CronError? Error { get; private set; }

    /// <summary>The numbers of a plain field as bits.</summary>
    public ulong Numbers(CronSpan field, CronField kind)
    {
        var bits = 0UL;
        foreach (var item in Items(field, kind))
        {
            bits |= Item(item, kind);
        }

        return bits;
    }

    public void Days(CronSpan field, CronDays days)
    {
        days.AnyDay = text[field.Start] == '*';
        foreach (var item in Items(field, CronField.Day))
        {
            if (!SpecialDay(item, days))
            {
                days.Days |= (uint)Item(item, CronField.Day);
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
        foreach (var item in Items(field, CronField.Weekday))
        {
            if (!SpecialWeekday(item, days))
            {
                var bits = (int)Item(item, CronField.Weekday);
                days.Weekdays |= (bits | (bits >> 7)) & 0x7F;
            }
        }
    }

    private IEnumerable<CronSpan> Items(CronSpan field, CronField kind)
    {
        for (var start = field.Start; start <= field.End && Error is null;)
        {
            var comma = text.IndexOf(',', start, field.End - start);
            var end = comma < 0 ? field.End : comma;
            if (end == start)
            {
                Fail(start, $"the {kind.Name} is empty between its commas", "Put something there, or take the comma out.");
                yield break;
            }

            yield return new(start, end);
            start = end + 1;
        }
    }

    // A star, a number or a range, and perhaps a step.
    private ulong Item(CronSpan item, CronField kind)
    {
        var slash = text.IndexOf('/', item.Start, item.End - item.Start);
        var range = slash < 0 ? item : new CronSpan(item.Start, slash);
        var (low, high) = Range(range, kind, slash >= 0);
        var step = slash < 0 ? 1 : Step(new(slash + 1, item.End), kind);
        var bits = 0UL;
        for (var n = low; Error is null && n <= high; n += step)
        {
            bits |= 1UL << n;
        }

        return bits;
    }

    private (int Low, int High) Range(CronSpan range, CronField kind, bool hasStep)
    {
        // Sunday has two numbers; a star must not count it twice when it steps.
        var max = kind == CronField.Weekday ? 6 : kind.Max;
        if (range.End - range.Start == 1 && text[range.Start] == '*')
        {
            return (kind.Min, max);
        }

        var dash = text.IndexOf('-', range.Start, range.End - range.Start);
        if (dash < 0)
        {
            var single = Number(range, kind);
            if (hasStep)
            {
                Fail(range.Start, $"'{Show(range)}' with a step is no range", $"Write {Show(range)}-{max}, or a star.");
            }

            return (single, single);
        }

        var low = Number(new(range.Start, dash), kind);
        var high = Number(new(dash + 1, range.End), kind);
        if (low > high && kind == CronField.Weekday && high == 0)
        {
            return (low, 7);
        }

        if (low > high)
        {
            Fail(range.Start, $"the range {Show(range)} runs backwards",
                $"Write two ranges, up to {kind.Max} and from {kind.Min}, with a comma between.");
        }

        return (low, high);
    }

    private int Step(CronSpan step, CronField kind)
    {
        if (TryDigits(step, out var number) && number >= 1 && number <= kind.Max)
        {
            return number;
        }

        Fail(step.Start, $"'{Show(step)}' is no step of the {kind.Name}", $"Write a number from 1 to {kind.Max}.");
        return 1;
    }

    private int Number(CronSpan span, CronField kind)
    {
        if (Error is not null)
        {
            return kind.Min;
        }

        if (TryDigits(span, out var number))
        {
            if (number < kind.Min || number > kind.Max)
            {
                Fail(span.Start, $"{kind.Name} {Show(span)} is out of range", kind.Range);
            }

            return number;
        }

        var name = Array.FindIndex(kind.Names, name => Same(span, name));
        if (name < 0)
        {
            Fail(span.Start, $"'{Show(span)}' is no {kind.Name}",
                Show(span) == "?" ? "Write * for any." : kind.Range);
        }

        return Math.Max(0, name) + (kind == CronField.Month ? 1 : 0);
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
            days.NearestWeekdays |= 1u << Number(body, CronField.Day);
        }

        return nearest;
    }

    private int Back(CronSpan body)
    {
        if (body.End - body.Start == 1)
        {
            return 0;
        }

        if (text[body.Start + 1] == '-' && TryDigits(new(body.Start + 2, body.End), out var back) && back is >= 1 and <= 30)
        {
            return back;
        }

        Fail(body.Start, $"'{Show(body)}' is no day of month",
            "Write L for the last day, L-1 to L-30 for days before it, LW for the last weekday.");
        return 0;
    }

    // 5L, 5#3.
    private bool SpecialWeekday(CronSpan item, CronDays days)
    {
        if (item.End - item.Start == 1 && text[item.Start] is 'L' or 'l')
        {
            Fail(item.Start, "'L' alone is no day of week", "Write SAT, or FRIL for the last Friday of the month.");
            return true;
        }

        if (text[item.End - 1] is 'L' or 'l')
        {
            days.LastWeekdays |= 1 << (Number(new(item.Start, item.End - 1), CronField.Weekday) % 7);
            return true;
        }

        var hash = text.IndexOf('#', item.Start, item.End - item.Start);
        if (hash < 0)
        {
            return false;
        }

        var weekday = Number(new(item.Start, hash), CronField.Weekday) % 7;
        if (!TryDigits(new(hash + 1, item.End), out var nth) || nth is < 1 or > 5)
        {
            Fail(hash + 1, $"'{Show(new(hash + 1, item.End))}' is no week of the month", "Write a number from 1 to 5 behind #.");
            nth = 1;
        }

        days.NthWeekdays |= 1UL << ((weekday * 8) + nth);
        return true;
    }

    private bool TryDigits(CronSpan span, out int number)
    {
        number = 0;
        return span.End - span.Start is 1 or 2 &&
            int.TryParse(text.AsSpan(span.Start, span.End - span.Start), NumberStyles.None,
                CultureInfo.InvariantCulture, out number);
    }

    private bool Same(CronSpan span, string name) =>
        text.AsSpan(span.Start, span.End - span.Start).Equals(name, StringComparison.OrdinalIgnoreCase);

    private string Show(CronSpan span) => text[span.Start..span.End];

    private void Fail(int at, string message, string hint) => Error ??= new(at + 1, message, hint);
}

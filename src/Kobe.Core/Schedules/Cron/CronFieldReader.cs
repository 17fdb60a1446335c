using System.Globalization;

namespace Kobe.Core.Schedules.Cron;

/// <summary>Reads numbers, names, lists, ranges and steps. The first error counts; after it nothing is read.</summary>
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

    public IEnumerable<CronSpan> Items(CronSpan field, CronField kind)
    {
        for (var start = field.Start; start <= field.End && Error is null;)
        {
            var comma = text.IndexOf(',', start, field.End - start);
            var end = comma < 0 ? field.End : comma;
            if (end == start)
            {
                Fail(start, $"the {kind.Name} is empty between its commas",
                    "Put something there, or take the comma out.");
                yield break;
            }

            yield return new(start, end);
            start = end + 1;
        }
    }

    // A star, a number or a range, and perhaps a step.
    public ulong Item(CronSpan item, CronField kind)
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

    public int Number(CronSpan span, CronField kind)
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

    public bool TryDigits(CronSpan span, out int number)
    {
        number = 0;
        return span.End - span.Start is 1 or 2 &&
            int.TryParse(text.AsSpan(span.Start, span.End - span.Start), NumberStyles.None,
                CultureInfo.InvariantCulture, out number);
    }

    private bool Same(CronSpan span, string name) =>
        text.AsSpan(span.Start, span.End - span.Start).Equals(name, StringComparison.OrdinalIgnoreCase);

    public string Show(CronSpan span) => text[span.Start..span.End];

    public void Fail(int at, string message, string hint) => Error ??= new(at + 1, message, hint);
}

using System.Buffers;

namespace Kobe.Core.Runs;

/// <summary>The allowed forms of a key's parts; everything outside them is refused, so a key is safe in any text.</summary>
internal static class OccurrenceKeyForm
{
    private const int EpochDigitsMax = 9;
    private static readonly SearchValues<char> TaskChars = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_.-");
    private static readonly SearchValues<char> NameChars =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.+-");

    public static bool IsTask(ReadOnlySpan<char> task) =>
        task.Length is > 0 and <= OccurrenceKey.TaskLengthMax
        && (char.IsAsciiLetterLower(task[0]) || char.IsAsciiDigit(task[0]))
        && !task.ContainsAnyExcept(TaskChars);

    public static bool IsSlot(ReadOnlySpan<char> slot)
    {
        if (slot.Length is < 2 or > OccurrenceKey.SlotLengthMax)
        {
            return false;
        }

        var tilde = slot.IndexOf('~');
        if (tilde >= 0)
        {
            var epoch = slot[(tilde + 1)..];
            if (epoch.Length is 0 or > EpochDigitsMax || epoch.ContainsAnyExceptInRange('0', '9'))
            {
                return false;
            }

            slot = slot[..tilde];
        }

        return slot.Length >= 2 && slot[0] switch
        {
            'T' => IsTime(slot[1..]),
            '/' => !slot[1..].ContainsAnyExcept(NameChars),
            _ => false,
        };
    }

    /// <summary>Reads <c>2026-11-20</c>; by hand, because a start reads hundreds of thousands of them.</summary>
    public static bool TryDate(ReadOnlySpan<char> text, out DateOnly date)
    {
        date = default;
        if (text.Length != 10 || text[4] != '-' || text[7] != '-' || !TryNumber(text[..4], out var year)
            || !TryNumber(text.Slice(5, 2), out var month) || !TryNumber(text.Slice(8, 2), out var day)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new DateOnly(year, month, day);
        return true;
    }

    private static bool IsTime(ReadOnlySpan<char> time) =>
        time.Length is 5 or 8 && time[2] == ':'
        && TryNumber(time[..2], out var hour) && hour < 24
        && TryNumber(time.Slice(3, 2), out var minute) && minute < 60
        && (time.Length == 5 || (time[5] == ':' && TryNumber(time[6..], out var second) && second < 60));

    private static bool TryNumber(ReadOnlySpan<char> digits, out int number)
    {
        number = 0;
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return false;
            }

            number = (number * 10) + (digit - '0');
        }

        return true;
    }
}

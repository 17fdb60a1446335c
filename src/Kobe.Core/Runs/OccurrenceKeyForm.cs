using Kobe.Core.Text;

namespace Kobe.Core.Runs;

/// <summary>The allowed forms of a key's parts; all else is refused, so a key is safe in any text.</summary>
/// <remarks>Characters are looked at one by one: the library's search for sets of them is compiled at every start.
/// </remarks>
internal static class OccurrenceKeyForm
{
    private const int EpochDigitsMax = 9;

    public static bool IsTask(ReadOnlySpan<char> task)
    {
        if (task.Length is 0 or > OccurrenceKey.TaskLengthMax || task[0] is '_' or '.' or '-')
        {
            return false;
        }

        foreach (var character in task)
        {
            if (character is not (>= 'a' and <= 'z' or >= '0' and <= '9' or '_' or '.' or '-'))
            {
                return false;
            }
        }

        return true;
    }

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
            '/' => IsName(slot[1..]),
            _ => false,
        };
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (var character in name)
        {
            if (character is not (>= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9'
                or '_' or '.' or '+' or '-'))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsTime(ReadOnlySpan<char> time) =>
        time.Length is 5 or 8 && time[2] == ':'
        && Digits.Two(time, 0) is >= 0 and < 24
        && Digits.Two(time, 3) is >= 0 and < 60
        && (time.Length == 5 || (time[5] == ':' && Digits.Two(time, 6) is >= 0 and < 60));
}

namespace Kobe.Plugins.Journals;

/// <summary>Finds the place of an instant in a journal file without reading what lies before it.</summary>
/// <remarks>Lines stand in the order of their numbers. Where the clock went back, times do not: what lies before the
/// place may then hold a line or two of the instant, which a look over hours can do without.</remarks>
internal static class JournalSeek
{
    // Reading this much more is cheaper than looking for the exact line.
    private const int Near = 16 * 1024;

    // Most lines have some hundred bytes and the longest 64 KiB: a line's beginning is found within two of those.
    private static readonly int[] Looks = [2 * 1024, 160 * 1024];

    /// <summary>The offset of a line before which all lines are older than an instant.</summary>
    public static long Of(FileStream file, DateTimeOffset from)
    {
        var (low, high) = (0L, file.Length);
        while (high - low > Near)
        {
            var middle = low + ((high - low) / 2);
            if (After(file, middle, high) is { } line && line.At < from)
            {
                low = line.Start;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    // The first line that begins behind a place; null when none does before the end, or only room written ahead.
    private static (long Start, DateTimeOffset At)? After(FileStream file, long place, long end)
    {
        foreach (var look in Looks)
        {
            var buffer = new byte[(int)Math.Min(look, end - place)];
            file.Position = place;
            var filled = file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            var start = buffer.AsSpan(0, filled).IndexOf((byte)'\n') + 1;
            while (start > 0 && start < filled && buffer[start] == (byte)'\n')
            {
                start++;
            }

            if (start > 0 && JournalNote.TimeOf(buffer.AsSpan(start, filled - start)) is { } at)
            {
                return (place + start, at);
            }
        }

        return null;
    }
}

using Kobe.Core.Runs;

namespace Kobe.Journals;

/// <summary>One day's file and where it stands in the order of all.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Date">The UTC date of its first line, by its name.</param>
/// <param name="FirstSeq">The number of its first line; the greatest of all when it has none that can be read.</param>
internal sealed record DayFile(string Name, DateOnly Date, long FirstSeq)
{
    // Enough for the first member of the longest line.
    private const int HeadBytes = 64;

    /// <summary>A medium's day files by the number of their first line; names only break ties.</summary>
    public static IReadOnlyList<DayFile> InOrder(IJournalMedium medium)
    {
        var files = new List<DayFile>();
        foreach (var name in medium.List())
        {
            if (JournalFileName.TryDate(name, out var date))
            {
                files.Add(new DayFile(name, date, FirstSeqOf(medium, name)));
            }
        }

        return [.. files.OrderBy(file => file.FirstSeq).ThenBy(file => file.Name, StringComparer.Ordinal)];
    }

    private static long FirstSeqOf(IJournalMedium medium, string name)
    {
        Span<byte> head = stackalloc byte[HeadBytes];
        using var file = medium.OpenToRead(name);
        var seq = JournalLine.SeqOf(head[..file.Read(0, head)]);
        return seq > 0 ? seq : long.MaxValue;
    }
}

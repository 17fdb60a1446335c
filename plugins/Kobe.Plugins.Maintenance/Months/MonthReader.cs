using System.Security.Cryptography;
using Kobe.Plugins.Journals;

namespace Kobe.Plugins.Maintenance.Months;

/// <summary>Reads a month of the journal, line by line.</summary>
internal static class MonthReader
{
    /// <summary>Reads it.</summary>
    /// <param name="state">The state directory.</param>
    /// <param name="month">The first of the month.</param>
    /// <param name="problem">The first thing that is wrong with it, in a sentence; null when it is whole.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="IOException">A file can't be read.</exception>
    public static ArchivedMonth Read(
        string state, DateOnly month, out string? problem, CancellationToken cancellation)
    {
        var days = new List<ArchivedDay>();
        problem = null;
        foreach (var file in JournalDay.In(state).Where(file => file.Date >= month && file.Date < month.AddMonths(1)))
        {
            var day = Read(file, ref problem, cancellation);
            if (days.Count > 0 && day.First > 0 && day.First != days[^1].Last + 1)
            {
                problem ??= $"{day.File} begins with number {day.First} behind {days[^1].Last}";
            }

            days.Add(day);
        }

        return new(month.ToString("yyyy-MM"), days);
    }

    private static ArchivedDay Read(JournalDay file, ref string? problem, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var name = Path.GetFileName(file.Path);
        var (lines, first, last) = (0L, 0L, 0L);
        foreach (var line in JournalLines.Of(file.Path))
        {
            cancellation.ThrowIfCancellationRequested();
            if (line.IsEmpty)
            {
                continue;
            }

            if (LineFrame.Problem(line.Span, out var seq) is { } wrong)
            {
                problem ??= $"{name} has a line behind number {last} with {wrong}";
                continue;
            }

            if (last > 0 && seq != last + 1)
            {
                problem ??= $"{name} has number {seq} behind {last}";
            }

            lines++;
            first = first == 0 ? seq : first;
            last = seq;
            hash.AppendData(line.Span);
            hash.AppendData("\n"u8);
        }

        return new(name, lines, first, last, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}

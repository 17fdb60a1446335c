using System.Globalization;

namespace Kobe.Plugins.Maintenance.Pruning;

/// <summary>A file or folder that may go.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Name">Its name.</param>
/// <param name="At">When it is of: the date in its name, else when it was written (UTC).</param>
internal sealed record Entry(string Path, string Name, DateTime At)
{
    private const int DateLength = 10;

    public static Entry Of(FileSystemInfo found) =>
        new(found.FullName, found.Name, DateIn(found.Name) ?? found.LastWriteTimeUtc);

    /// <summary>Those that go: old enough, not among the newest, not named by a pointer.</summary>
    /// <param name="entries">All of the folder.</param>
    /// <param name="keep">The newest so many stay.</param>
    /// <param name="before">What is of this instant or later stays.</param>
    /// <param name="pointers">Texts that name what stays.</param>
    public static IReadOnlyList<Entry> Going(
        IEnumerable<Entry> entries, int keep, DateTime before, IReadOnlyList<string> pointers) =>
    [
        .. entries.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Name, StringComparer.Ordinal)
            .Skip(keep)
            .Where(entry => entry.At < before && !pointers.Any(text => Names(text, entry.Name))),
    ];

    // A pointer names model-7.json as "model-7.json" or as model-7.
    private static bool Names(string text, string name) =>
        text.Contains(name, StringComparison.Ordinal)
        || text.Contains($"\"{System.IO.Path.GetFileNameWithoutExtension(name)}\"", StringComparison.Ordinal);

    private static DateTime? DateIn(string name)
    {
        for (var start = 0; start + DateLength <= name.Length; start++)
        {
            if (DateOnly.TryParseExact(
                name.AsSpan(start, DateLength), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None,
                out var date))
            {
                return date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            }
        }

        return null;
    }
}

using System.Globalization;

namespace Kobe.Plugins.MarketData.Calendars;

/// <summary>A table that the owner puts into <c>desk/events/</c>: comma-separated lines, the first one may name the
/// columns, <c>#</c> begins a remark.</summary>
internal static class OwnerTable
{
    private const long BytesMax = 4 << 20;

    /// <summary>Reads a table.</summary>
    /// <param name="path">The file.</param>
    /// <param name="columns">How many columns a line has at least.</param>
    /// <param name="read">Makes an entry of a line's columns; null when they are wrong.</param>
    /// <returns>Null when the file is not there.</returns>
    /// <exception cref="InvalidDataException">A line is wrong; it is named, and nothing of the file counts.</exception>
    public static List<T>? Read<T>(string path, int columns, Func<string[], T?> read)
        where T : class
    {
        if (!File.Exists(path))
        {
            return null;
        }

        if (new FileInfo(path).Length > BytesMax)
        {
            throw new InvalidDataException($"{path} is larger than {BytesMax >> 20} MiB: split it by years.");
        }

        var (entries, number) = (new List<T>(), 0);
        foreach (var line in File.ReadLines(path))
        {
            number++;
            var fields = line.Split(',', StringSplitOptions.TrimEntries);
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var entry = fields.Length >= columns ? read(fields) : null;
            if (entry is not null)
            {
                entries.Add(entry);
            }
            else if (number > 1)
            {
                throw new InvalidDataException(
                    $"{path}:{number}: '{line}' is no line of this table: see docs/handlers-marketdata.md.");
            }
        }

        return entries;
    }

    /// <summary>A date of a column, or null.</summary>
    public static DateOnly? Date(string text) => DateOnly.TryParseExact(
        text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>A time of day of a column, or null.</summary>
    public static TimeOnly? Time(string text) => TimeOnly.TryParseExact(
        text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}

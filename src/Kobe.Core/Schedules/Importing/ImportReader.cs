using System.Globalization;
using Kobe.Core.Text;

namespace Kobe.Core.Schedules.Importing;

/// <summary>Reads lists of HH:MM rows: columns divided by tabs, a heading or the usual order.</summary>
/// <remarks>
/// The usual order is time, name, function, priority, days. Empty lines and those that begin with # are left out. All
/// or nothing: one bad row refuses the list.
/// </remarks>
public static class ImportReader
{
    /// <summary>Reads a list.</summary>
    /// <param name="file">How messages call it.</param>
    /// <param name="bytes">Its content, UTF-8.</param>
    /// <param name="settings">How it is turned into a schedule.</param>
    public static Import Read(string file, ReadOnlySpan<byte> bytes, ImportSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var diagnostics = new Diagnostics();
        var changes = new List<ImportChange>();
        var tasks = new List<ImportedTask>();
        if (Utf8Text.Decode(file, bytes, diagnostics) is { } text)
        {
            ReadLines(file, text, new ImportRow(settings, changes, diagnostics), tasks, diagnostics);
        }

        return diagnostics.HasErrors ? new([], [], diagnostics) : new(tasks, changes, diagnostics);
    }

    private static void ReadLines(
        string file, string text, ImportRow row, List<ImportedTask> tasks, Diagnostics diagnostics)
    {
        ImportColumns? columns = null;
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd('\r');
            if (string.IsNullOrWhiteSpace(line) || line[0] == '#')
            {
                continue;
            }

            var cells = Cells(file, i + 1, line);
            if (columns is null && ImportColumns.IsHeading(cells))
            {
                if ((columns = ImportColumns.Of(cells, diagnostics)) is null)
                {
                    return;
                }

                continue;
            }

            columns ??= ImportColumns.Usual;
            if (row.Read(cells, columns) is { } task)
            {
                tasks.Add(task);
            }
        }

        CheckCount(file, tasks.Count, diagnostics);
    }

    private static void CheckCount(string file, int count, Diagnostics diagnostics)
    {
        if (count == 0 && !diagnostics.HasErrors)
        {
            diagnostics.Error(new(file, 1, 1), ImportCodes.BadCount, "The list has no rows.",
                "Write lines such as 09:35, a name, a function, a priority and weekdays, with tabs between them.");
        }

        if (count > ScheduleLimits.RowsMax)
        {
            diagnostics.Error(new(file, 1, 1), ImportCodes.BadCount,
                $"The list has {count.ToString(CultureInfo.InvariantCulture)} rows; a schedule has at most "
                + $"{ScheduleLimits.RowsMax}.", "Take some out.");
        }
    }

    private static List<ImportCell> Cells(string file, int number, string line)
    {
        var cells = new List<ImportCell>();
        for (var start = 0; start <= line.Length;)
        {
            var end = line.IndexOf('\t', start);
            end = end < 0 ? line.Length : end;
            var text = line[start..end];
            var indent = text.Length - text.TrimStart(' ').Length;
            cells.Add(new(text.Trim(' '), new(file, number, start + (indent == text.Length ? 0 : indent) + 1)));
            start = end + 1;
        }

        return cells;
    }
}

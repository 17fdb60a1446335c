using System.Globalization;
using Kobe.Core.Text;

namespace Kobe.Core.Schedules.Importing;

/// <summary>Turns the cells of one line into a row, and notes what it changes.</summary>
internal sealed class ImportRow(ImportSettings settings, List<ImportChange> changes, Diagnostics diagnostics)
{
    private const int DefaultPriority = 3;
    private const string DefaultDays = "any";

    private readonly ImportNames _names = new();

    public ImportedTask? Read(IReadOnlyList<ImportCell> cells, ImportColumns columns)
    {
        if (cells.Count != columns.Width)
        {
            diagnostics.Error(cells[0].Mark, ImportCodes.BadRow,
                $"This line has {cells.Count} columns, not {columns.Width}.",
                "Put one tab between time, name, function, priority and days.");
            return null;
        }

        var time = Time(cells[columns.Time]);
        var id = Name(cells[columns.Name], "name");
        var run = Name(cells[columns.Function], "function");
        var priority = columns.Priority < 0 ? DefaultPriority : Priority(cells[columns.Priority]);
        var on = columns.Days < 0 ? DefaultDays : Days(cells[columns.Days]);
        if (time is not { } due || id is null || run is null || priority is not { } known || on is null)
        {
            return null;
        }

        var unique = _names.Unique(id);
        Note(ImportPart.Id, cells[columns.Name], unique);
        Note(ImportPart.Run, cells[columns.Function], run);
        return new(unique, due, run, known, on);
    }

    private TimeOnly? Time(ImportCell cell)
    {
        if (TimeText.TryParse(cell.Text, out var time))
        {
            return time;
        }

        Error(cell, ImportCodes.BadTime, $"'{ValueHints.Short(cell.Text)}' is no time of day.",
            TimeText.Hint(cell.Text));
        return null;
    }

    private string? Name(ImportCell cell, string what)
    {
        if (ImportNames.Legal(cell.Text) is { } legal)
        {
            return legal;
        }

        Error(cell, ImportCodes.BadName, $"'{ValueHints.Short(cell.Text)}' is no {what}.",
            "Write one with letters or digits.");
        return null;
    }

    private int? Priority(ImportCell cell)
    {
        if (!int.TryParse(cell.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            Error(cell, ImportCodes.BadPriority, $"'{ValueHints.Short(cell.Text)}' is no priority.",
                "Write a whole number from 1 to 10.");
            return null;
        }

        if (settings.Priorities.Of(number) is not { } priority)
        {
            Error(cell, ImportCodes.BadPriority, $"Priority {number} does not exist here: 1 to 10 do.",
                $"Say what it becomes: --priority-map {number}=5.");
            return null;
        }

        Note(ImportPart.Priority, cell, priority.ToString(CultureInfo.InvariantCulture));
        return priority;
    }

    private string? Days(ImportCell cell)
    {
        if (ImportDays.Find(cell.Text, settings.CalendarDays) is not { } selector)
        {
            Error(cell, ImportCodes.BadDays, $"'{ValueHints.Short(cell.Text)}' names no days.",
                ValueHints.OneOf("Possible are", cell.Text, ImportDays.Known));
            return null;
        }

        Note(ImportPart.On, cell, selector);
        return selector;
    }

    private void Note(ImportPart part, ImportCell cell, string now)
    {
        if (cell.Text != now)
        {
            changes.Add(new(part, cell.Text, now, cell.Mark.Line));
        }
    }

    private void Error(ImportCell cell, string code, string message, string hint) =>
        diagnostics.Error(cell.Mark, code, message, hint);
}

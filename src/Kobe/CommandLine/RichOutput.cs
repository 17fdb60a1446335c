using Spectre.Console;

namespace Kobe.CommandLine;

/// <summary>Sheets and tables on a terminal.</summary>
internal static class RichOutput
{
    public static void Write(Sheet sheet)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(2)).AddColumn();
        foreach (var line in sheet.Lines)
        {
            grid.AddRow(new Markup($"[grey]{Markup.Escape(line.Label)}[/]"), new Text(line.Text));
        }

        AnsiConsole.Write(new Panel(grid).Header(sheet.Title).RoundedBorder());
    }

    public static void Write(Table table)
    {
        var shown = new Spectre.Console.Table().RoundedBorder();
        foreach (var heading in table.Headings)
        {
            // Dates and times stay whole on a narrow terminal; only the last column, the words, is broken.
            var column = new TableColumn(new Markup($"[grey]{Markup.Escape(heading)}[/]"));
            column.NoWrap = heading != table.Headings[^1];
            shown.AddColumn(column);
        }

        foreach (var row in table.Rows)
        {
            shown.AddRow(row.Select(cell => new Text(cell)));
        }

        AnsiConsole.Write(shown);
    }
}

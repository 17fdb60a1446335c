using System.Runtime.CompilerServices;
using System.Text;

namespace Kobe.CommandLine;

/// <summary>Prints a table: framed on a terminal, in plain columns where it is piped or NO_COLOR is set.</summary>
internal static class TableOutput
{
    public static void Write(Table table)
    {
        if (Terminal.IsRich)
        {
            WriteRich(table);
            return;
        }

        var widths = table.Headings
            .Select((heading, i) => table.Rows.Select(row => row[i].Length).Append(heading.Length).Max()).ToArray();
        var text = new StringBuilder();
        Append(text, table.Headings, widths);
        foreach (var row in table.Rows)
        {
            Append(text, row, widths);
        }

        Terminal.Write(text);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void WriteRich(Table table) => RichOutput.Write(table);

    private static void Append(StringBuilder text, IReadOnlyList<string> cells, int[] widths)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            text.Append(i == cells.Count - 1 ? cells[i] : cells[i].PadRight(widths[i] + 2));
        }

        while (text.Length > 0 && text[^1] == ' ')
        {
            text.Length--;
        }

        text.Append('\n');
    }
}

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

        Terminal.Write(Text(table));
    }

    /// <summary>The table in plain columns.</summary>
    public static StringBuilder Text(Table table)
    {
        var widths = new int[table.Headings.Count];
        Widen(widths, table.Headings);
        foreach (var row in table.Rows)
        {
            Widen(widths, row);
        }

        var text = new StringBuilder();
        Append(text, table.Headings, widths);
        foreach (var row in table.Rows)
        {
            Append(text, row, widths);
        }

        return text;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void WriteRich(Table table) => RichOutput.Write(table);

    private static void Widen(int[] widths, IReadOnlyList<string> cells)
    {
        for (var i = 0; i < widths.Length; i++)
        {
            widths[i] = Math.Max(widths[i], cells[i].Length);
        }
    }

    private static void Append(StringBuilder text, IReadOnlyList<string> cells, int[] widths)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            text.Append(cells[i]);
            for (var width = cells[i].Length; i < cells.Count - 1 && width < widths[i] + 2; width++)
            {
                text.Append(' ');
            }
        }

        while (text.Length > 0 && text[^1] == ' ')
        {
            text.Length--;
        }

        text.Append('\n');
    }
}

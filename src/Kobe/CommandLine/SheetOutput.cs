using System.Runtime.CompilerServices;
using System.Text;

namespace Kobe.CommandLine;

/// <summary>Prints a sheet: framed on a terminal, plain where it is piped or NO_COLOR is set.</summary>
internal static class SheetOutput
{
    public static void Write(Sheet sheet)
    {
        if (Terminal.IsRich)
        {
            WriteRich(sheet);
            return;
        }

        var width = sheet.Lines.Max(line => line.Label.Length) + 2;
        var text = new StringBuilder();
        foreach (var (label, value) in sheet.Lines)
        {
            text.Append(label.PadRight(width)).Append(value).Append('\n');
        }

        Terminal.Write(text);
    }

    // Apart, so that plain output never loads the terminal library.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void WriteRich(Sheet sheet) => RichOutput.Write(sheet);
}

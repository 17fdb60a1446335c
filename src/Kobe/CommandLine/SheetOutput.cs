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

        var text = new StringBuilder();
        foreach (var line in sheet.Lines)
        {
            text.Append(line.Label);
            for (var i = line.Label.Length; i < sheet.LabelWidth + 2; i++)
            {
                text.Append(' '); // One by one, as the runtime's padding is compiled when first used.
            }

            text.Append(line.Text).Append('\n');
        }

        Terminal.Write(text);
    }

    // Apart, so that plain output never loads the terminal library.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void WriteRich(Sheet sheet) => RichOutput.Write(sheet);
}

using Kobe.Core.Text;

namespace Kobe.Core.Schedules.Importing;

/// <summary>Where the columns of a list stand: as its heading says, or in the usual order when it has none.</summary>
/// <param name="Time">The time's column, from 0.</param>
/// <param name="Name">The name's.</param>
/// <param name="Function">The function's.</param>
/// <param name="Priority">The priority's; -1: there is none.</param>
/// <param name="Days">The days'; -1: there is none.</param>
internal sealed record ImportColumns(int Time, int Name, int Function, int Priority, int Days)
{
    private static readonly string[] Names = ["time", "name", "function", "priority", "days"];

    public static ImportColumns Usual { get; } = new(0, 1, 2, 3, 4);

    /// <summary>How many cells a line needs.</summary>
    public int Width => Math.Max(Math.Max(Math.Max(Time, Name), Math.Max(Function, Priority)), Days) + 1;

    /// <summary>Whether a line is a heading: its first cell begins with no digit.</summary>
    public static bool IsHeading(IReadOnlyList<ImportCell> cells) =>
        cells[0].Text.Length > 0 && !char.IsAsciiDigit(cells[0].Text[0]) && !cells[0].Text.Contains(':');

    /// <summary>The columns that a heading names; null after errors.</summary>
    public static ImportColumns? Of(IReadOnlyList<ImportCell> cells, Diagnostics diagnostics)
    {
        var errors = diagnostics.ErrorCount;
        var at = new int[Names.Length];
        Array.Fill(at, -1);
        for (var i = 0; i < cells.Count; i++)
        {
            var column = Array.IndexOf(Names, cells[i].Text.ToLowerInvariant());
            if (column < 0 || at[column] >= 0)
            {
                diagnostics.Error(cells[i].Mark, ImportCodes.BadHeading,
                    $"'{ValueHints.Short(cells[i].Text)}' {(column < 0 ? "is no column" : "stands here twice")}.",
                    ValueHints.OneOf("Possible are", cells[i].Text, Names));
                continue;
            }

            at[column] = i;
        }

        for (var i = 0; i < 3; i++)
        {
            if (at[i] < 0 && diagnostics.ErrorCount == errors)
            {
                diagnostics.Error(cells[0].Mark, ImportCodes.BadHeading, $"There is no column '{Names[i]}'.",
                    "A list needs time, name and function; priority and days may be missing.");
            }
        }

        return diagnostics.ErrorCount == errors ? new(at[0], at[1], at[2], at[3], at[4]) : null;
    }
}

using Kobe.Core.Markets.Files;
using Kobe.Core.Schedules.Checking;
using Kobe.Core.Schedules.Reading;
using Kobe.Core.Text;

namespace Kobe.Core.Schedules;

/// <summary>Reads and checks the files of a schedule: all of it or nothing, and all errors at once.</summary>
public static class ScheduleReader
{
    /// <summary>Reads a schedule.</summary>
    /// <param name="files">The files in any order, as the shell read them; names differ.</param>
    /// <param name="around">What it is read and checked against.</param>
    /// <returns>The schedule, or every error; warnings in either case.</returns>
    public static ScheduleReading Read(IReadOnlyList<TextFile> files, ScheduleSurroundings around)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(around);
        var diagnostics = new Diagnostics();
        var context = new ReadContext(around, diagnostics);
        if (files.Count > ScheduleLimits.FilesMax)
        {
            context.Error(new(files[ScheduleLimits.FilesMax].Path, 1, 1), ScheduleCodes.TooManyFiles,
                $"The schedule has {files.Count} files; at most {ScheduleLimits.FilesMax} are read.",
                "Put some of them together.");
            return new(null, diagnostics, 0);
        }

        TextFile[] sorted = [.. files];
        Array.Sort(sorted, (left, right) => string.CompareOrdinal(left.Path, right.Path));
        var variables = new Variables(around.Environment);
        var switches = new Switches(context);
        var rows = Rows(sorted, variables, switches, context);
        string[] settings = [.. variables.Texts(), .. switches.Texts(), $"zone={around.Zone}"];
        context.IsInForce = around.IsInForce is { } ask && ask(ScheduleHash.Of(sorted, settings));
        ScheduleCheck.Check(rows, context);
        switches.WarnOfUnknown(rows.Ids, diagnostics);
        if (diagnostics.HasErrors)
        {
            return new(null, diagnostics, rows.Count);
        }

        var names = Array.ConvertAll(sorted, file => file.Path);
        return new(
            new Schedule(rows.Tasks, names, () => ScheduleHash.Of(sorted, settings)), diagnostics, rows.Count);
    }

    private static RowSet Rows(TextFile[] files, Variables variables, Switches switches, ReadContext context)
    {
        var rows = new RowSet(context);
        var maker = new TaskMaker(context, switches);
        foreach (var file in files)
        {
            var errors = context.Diagnostics.ErrorCount;
            var root = YamlText.Read(file.Path, file.Bytes.Span, context.Diagnostics, variables.Find);
            if (root is null && context.Diagnostics.ErrorCount == errors)
            {
                context.Error(new(file.Path, 1, 1), ScheduleCodes.EmptyFile, "The file is empty.",
                    "Write tasks: [] when there are none yet.");
            }

            if (root is null || FileReader.Read(root, context) is not { } draft)
            {
                continue;
            }

            foreach (var row in draft.Rows)
            {
                rows.Add(row, maker.Make(row, draft));
            }
        }

        return rows;
    }
}

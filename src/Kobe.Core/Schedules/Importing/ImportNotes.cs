namespace Kobe.Core.Schedules.Importing;

/// <summary>Says in sentences what an import changed.</summary>
public static class ImportNotes
{
    // Of names nearly every one may change; a screenful shows what happened to them.
    private const int NamesMax = 20;

    /// <summary>The changes: equal ones in one sentence, of many names the first and how many more.</summary>
    /// <param name="changes">The changes in the order of the list.</param>
    public static IReadOnlyList<string> Lines(IReadOnlyList<ImportChange> changes)
    {
        var lines = new List<string>();
        foreach (var part in changes.GroupBy(change => change.Part).OrderBy(group => group.Key))
        {
            var groups = part.GroupBy(change => (change.From, change.To)).Select(group => group.ToArray()).ToArray();
            lines.AddRange(groups.Take(NamesMax).Select(Sentence));
            if (groups.Length > NamesMax)
            {
                lines.Add($"... and {groups.Length - NamesMax} more changed in the same way.");
            }
        }

        return lines;
    }

    private static string Sentence(ImportChange[] equal)
    {
        var first = equal[0];
        var where = equal.Length == 1 ? $"line {first.Line}" : $"{equal.Length} rows";
        return $"{where}: {Word(first.Part)} '{first.From}' became {first.To}{Why(first)}.";
    }

    private static string Word(ImportPart part) => part switch
    {
        ImportPart.Id => "id",
        ImportPart.Run => "handler",
        ImportPart.Priority => "priority",
        _ => "days",
    };

    private static string Why(ImportChange change) => change switch
    {
        { Part: ImportPart.Priority, From: "1" } => ", since 1 means critical here (--priority-map 1=1 keeps it)",
        { Part: ImportPart.On, To: "trading-days" } => ", which leaves closings out (--calendar-days keeps them)",
        _ => "",
    };
}

using Kobe.Core.Text;

namespace Kobe.Core.Schedules.Reading;

/// <summary>Reads the three keys of a schedule file.</summary>
internal static class FileReader
{
    private static readonly YamlKeys Keys = new("a schedule file", ["zone", "defaults", "tasks"], "tasks");

    public static DraftFile? Read(YamlNode root, ReadContext context)
    {
        if (YamlFields.Of(root, Keys, context.Diagnostics) is not { } file)
        {
            return null;
        }

        var zone = Zone(file, context);
        var reader = new RowReader(context, zone);
        var defaults = file.Node("defaults") is { } head ? reader.Defaults(head) : null;
        var rows = new List<RowDraft>();
        if (file.Node("tasks") is { } tasks
            && FieldChecks.Sequence(tasks, "tasks", ScheduleLimits.RowsOfFileMax, context.Diagnostics) is { } nodes)
        {
            foreach (var node in nodes)
            {
                if (reader.Row(node) is { } row)
                {
                    rows.Add(row);
                }
            }
        }

        return new(zone, file.Has("zone") ? file.MarkOf("zone") : null, defaults ?? new RowDraft(root.Mark), rows);
    }

    private static TimeZoneInfo? Zone(YamlFields file, ReadContext context) =>
        !file.Has("zone")
            ? context.Zone(context.Around.Zone, file.Mark)
            : file.Text("zone") is { } id ? context.Zone(id, file.MarkOf("zone")) : null;
}

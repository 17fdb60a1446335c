using Kobe.Contracts;
using Kobe.Core.Text;

namespace Kobe.Core.Markets.Files;

/// <summary>Reads a phase table that takes the place of the built-in one.</summary>
internal static class PhasesFileReader
{
    private static readonly YamlKeys Keys = new("the phases file", ["phases", "closed_mode"], "phases");

    private static readonly YamlKeys RowKeys = new(
        "an entry of 'phases'", ["phase", "from", "mode", "entries", "purpose"], "phase", "from", "mode", "entries");

    public static PhaseTable? Read(YamlNode root, Diagnostics diagnostics)
    {
        if (YamlFields.Of(root, Keys, diagnostics) is not { } file || file.Rows("phases", RowKeys) is not { } rows)
        {
            return null;
        }

        var closedMode = file.Choice<Mode>("closed_mode") ?? PhaseTable.BuiltIn.ClosedMode;
        var rules = new List<PhaseRule>();
        foreach (var row in rows)
        {
            var phase = row.Choice<Phase>("phase");
            var start = Start(row, diagnostics);
            var mode = row.Choice<Mode>("mode");
            var entries = row.Choice<EntryPolicy>("entries");
            var purpose = row.Has("purpose") ? row.Text("purpose") : null;
            if (phase is { } known && start is { } from && mode is { } work && entries is { } policy)
            {
                CheckOrder(rules, known, from, row, row == rows[0], diagnostics);
                rules.Add(new(known, from, work, policy, purpose));
            }
        }

        CheckComplete(rules, file, diagnostics);
        return new(rules, closedMode);
    }

    private static PhaseStart? Start(YamlFields row, Diagnostics diagnostics)
    {
        if (row.Scalar("from") is not { } scalar)
        {
            return null;
        }

        if (AnchorText.TryParse(scalar.Value, out var anchor))
        {
            return new(null, anchor);
        }

        return YamlValues.Time(scalar, "from", diagnostics) is { } time ? PhaseStart.At(time.ToTimeSpan()) : null;
    }

    private static void CheckOrder(
        List<PhaseRule> earlier, Phase phase, PhaseStart start, YamlFields row, bool isFirst, Diagnostics diagnostics)
    {
        if (phase is Phase.WEEKEND or Phase.HOLIDAY)
        {
            diagnostics.Error(row.MarkOf("phase"), CalendarCodes.BadPhases,
                $"{phase} is a whole day and has no row.", "Set closed_mode for weekends and holidays.");
        }
        else if (earlier.Count > 0 && phase < earlier[^1].Phase)
        {
            diagnostics.Error(row.MarkOf("phase"), CalendarCodes.BadPhases,
                $"{phase} comes before {earlier[^1].Phase} in the day.", "Keep the rows in the order of the day.");
        }
        else if (earlier.Exists(rule => IsBefore(start, rule.Start)))
        {
            diagnostics.Error(row.MarkOf("from"), CalendarCodes.BadPhases,
                $"{phase} begins before an earlier row does.", "Keep the rows in the order of the day.");
        }
        else if (isFirst && start.WallClock != TimeSpan.Zero)
        {
            diagnostics.Error(row.MarkOf("from"), CalendarCodes.BadPhases,
                "The first row must begin at midnight.", "Write from: \"00:00\".");
        }
    }

    // Two wall-clock times compare, and two points of the session; which of the others comes first differs by day.
    private static bool IsBefore(PhaseStart start, PhaseStart earlier) =>
        start.WallClock < earlier.WallClock
        || (start.Anchor is { } anchor && earlier.Anchor is { } before
            && (anchor.Point, anchor.Offset).CompareTo((before.Point, before.Offset)) < 0);

    // Permissions change with the rows alone, so the open and the close must begin rows.
    private static void CheckComplete(List<PhaseRule> rules, YamlFields file, Diagnostics diagnostics)
    {
        foreach (var point in new[] { AnchorPoint.Open, AnchorPoint.Close })
        {
            if (!diagnostics.HasErrors && !rules.Exists(rule => rule.Start == PhaseStart.At(point)))
            {
                diagnostics.Error(file.MarkOf("phases"), CalendarCodes.BadPhases,
                    $"No row begins at the {point.ToString().ToLowerInvariant()}.",
                    $"Add one with from: {point.ToString().ToLowerInvariant()}.");
            }
        }
    }
}

using Kobe.Core.Text;

namespace Kobe.Core.Markets.Files;

/// <summary>Reads one calendar file: a new calendar, or days added to one that is known.</summary>
internal static class CalendarFileReader
{
    private static readonly string[] DefiningKeys = ["zone", "hours", "week", "closings", "early_closes"];

    private static readonly YamlKeys Keys =
        new("a calendar file", ["calendar", .. DefiningKeys, "announced_through", "days"], "calendar");

    public static CalendarFile? Read(
        YamlNode root, IReadOnlyList<string> builtIn, IZones zones, Diagnostics diagnostics)
    {
        if (YamlFields.Of(root, Keys, diagnostics) is not { } file)
        {
            return null;
        }

        var name = Name(file, diagnostics);
        var defines = DefiningKeys.Where(file.Has).ToArray();
        var definition = name is null || defines.Length == 0 ? null
            : builtIn.Contains(name) ? Refused(file, name, defines[0], diagnostics)
            : Definition(file, name, zones, diagnostics);
        var days = OneOffReader.Read(file, diagnostics);
        var announced = file.Date("announced_through");
        return name is null
            ? null
            : new(name, file.MarkOf("calendar"), defines.Length > 0, definition, days, announced);
    }

    private static string? Name(YamlFields file, Diagnostics diagnostics)
    {
        if (file.Text("calendar") is not { } name)
        {
            return null;
        }

        if (name.Length <= 32 && name.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_' or '-'))
        {
            return name;
        }

        diagnostics.Error(file.MarkOf("calendar"), CalendarCodes.Undefined, $"'{name}' is no name for a calendar.",
            "Use up to 32 of a-z, 0-9, _ and -.");
        return null;
    }

    private static CalendarRules? Refused(YamlFields file, string name, string key, Diagnostics diagnostics)
    {
        diagnostics.Error(file.MarkOf(key), CalendarCodes.BuiltIn,
            $"{name} is built in: a file can't change its {key}.",
            "Add single days under 'days', or define a calendar of another name.");
        return null;
    }

    private static CalendarRules? Definition(YamlFields file, string name, IZones zones, Diagnostics diagnostics)
    {
        var zone = Zone(file, zones, diagnostics);
        var hours = HoursReader.Read(file, diagnostics);
        var week = YearlyRuleReader.Weekdays(file, "week") ?? WeekdaySet.MondayToFriday;
        var closings = YearlyRuleReader.Closings(file, diagnostics);
        var earlyCloses = YearlyRuleReader.EarlyCloses(file, week, hours, diagnostics);
        foreach (var key in new[] { "zone", "hours" })
        {
            if (!file.Has(key))
            {
                diagnostics.Error(file.Mark, TextCodes.MissingKey, $"The new calendar {name} has no '{key}'.",
                    "A new calendar needs zone and hours; only built-in ones do without.");
            }
        }

        return zone is null || hours is null
            ? null
            : new CalendarRules
            {
                Name = name,
                Zone = zone,
                Week = week,
                Hours = hours,
                Closings = closings,
                EarlyCloses = earlyCloses,
                ConfirmedThrough = DateOnly.MinValue,
            };
    }

    private static TimeZoneInfo? Zone(YamlFields file, IZones zones, Diagnostics diagnostics)
    {
        if (file.Text("zone") is not { } id)
        {
            return null;
        }

        var zone = zones.Find(id);
        if (zone is null)
        {
            var near = DidYouMean.Nearest(id, zones.Ids());
            diagnostics.Error(file.MarkOf("zone"), CalendarCodes.UnknownZone, $"This machine knows no zone '{id}'.",
                near is null ? "Write an IANA id such as Europe/London." : $"Did you mean {near}?");
        }

        return zone;
    }
}

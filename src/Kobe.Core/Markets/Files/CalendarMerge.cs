using Kobe.Core.Text;

namespace Kobe.Core.Markets.Files;

/// <summary>Puts what several files say about calendars together.</summary>
internal static class CalendarMerge
{
    public static IReadOnlyList<CalendarRules> Merge(
        IReadOnlyList<CalendarRules> builtIn, IReadOnlyList<CalendarFile> files, Diagnostics diagnostics)
    {
        if (files.Count == 0)
        {
            return builtIn;
        }

        var merged = new List<CalendarRules>();
        foreach (var rules in builtIn.Concat(NewCalendars(files, diagnostics)).ToList())
        {
            merged.Add(WithDays(rules, files, diagnostics));
        }

        // A calendar whose own file is wrong was complained about already.
        foreach (var file in files)
        {
            if (!merged.Exists(rules => rules.Name == file.Name)
                && !files.Any(other => other.Defines && other.Name == file.Name))
            {
                var near = DidYouMean.Nearest(file.Name, merged.Select(rules => rules.Name));
                diagnostics.Error(file.Mark, CalendarCodes.Undefined, $"There is no calendar '{file.Name}'.",
                    near is null ? "Give a new calendar a zone and hours." : $"Did you mean {near}?");
            }
        }

        return merged;
    }

    private static IEnumerable<CalendarRules> NewCalendars(IReadOnlyList<CalendarFile> files, Diagnostics diagnostics)
    {
        var places = new Dictionary<string, CalendarFile>();
        foreach (var file in files)
        {
            if (file.Definition is not { } rules)
            {
                continue;
            }

            if (places.TryAdd(rules.Name, file))
            {
                yield return rules;
            }
            else
            {
                diagnostics.Error(file.Mark, CalendarCodes.Duplicate,
                    $"The calendar {rules.Name} is defined twice; the other file is {places[rules.Name].Mark}.",
                    "Keep zone, hours and rules in one file.");
            }
        }
    }

    private static CalendarRules WithDays(
        CalendarRules rules, IReadOnlyList<CalendarFile> files, Diagnostics diagnostics)
    {
        var days = new List<PlacedDay>();
        var confirmed = rules.ConfirmedThrough;
        foreach (var file in files)
        {
            if (file.Name == rules.Name)
            {
                days.AddRange(file.Days);
                confirmed = file.ConfirmedThrough > confirmed ? file.ConfirmedThrough.Value : confirmed;
            }
        }

        if (days.Count > 0)
        {
            days = days.OrderBy(entry => entry.Day.Date).ThenBy(entry => Order(entry.Day.Kind)).ToList();
            OneOffCheck.Check(rules, days, diagnostics);
        }

        return rules with
        {
            OneOffDays = [.. rules.OneOffDays, .. days.ConvertAll(entry => entry.Day)],
            ConfirmedThrough = confirmed,
        };
    }

    // A day is reopened before its hours are changed.
    private static int Order(OneOffKind kind) => kind switch
    {
        OneOffKind.Closed => 0,
        OneOffKind.Reopen => 1,
        OneOffKind.LateOpen => 2,
        _ => 3,
    };
}

using Kobe.Contracts;
using Kobe.Core.Markets;
using Kobe.Core.Text;

namespace Kobe.Core.Schedules.Reading;

/// <summary>Reads what the market must be like: selector, calendar, phases, modes, seasons.</summary>
internal sealed class FilterReader(ReadContext context)
{
    private static readonly string[] PhaseNames = Enum.GetNames(typeof(Phase));
    private static readonly string[] PhaseAndGroupNames = WithGroups();

    // SLEEP is no filter: filters see it as MAINTENANCE.
    private static readonly string[] ModeNames =
        [.. Array.FindAll(Enum.GetNames(typeof(Mode)), name => name != nameof(Mode.SLEEP))];

    private static readonly string[] Seasons = [.. SeasonNames.Of((Season)int.MaxValue)];

    public void Read(SettingKey key, YamlNode node, RowDraft draft)
    {
        switch (key)
        {
            case SettingKey.On:
                draft.On = On(node);
                break;
            case SettingKey.Calendar:
                draft.Calendar = Calendar(node);
                break;
            case SettingKey.Phases:
                Phases(node, draft);
                break;
            case SettingKey.Modes:
                draft.Modes = ModesOf(node);
                break;
            default:
                draft.Seasons = SeasonsOf(node);
                break;
        }
    }

    private DaySelector? On(YamlNode node)
    {
        var rules = DayRules.None;
        var words = FieldChecks.Scalars(node, "on", context.Diagnostics);
        foreach (var word in words ?? [])
        {
            if (DaySelector.Find(word.Value) is { } rule)
            {
                rules |= rule;
            }
            else
            {
                context.Error(word.Mark, ScheduleCodes.UnknownSelector,
                    $"'on' is '{ValueHints.Short(word.Value)}', which selects no days.",
                    ValueHints.OneOf("Possible are", word.Value, DaySelector.Names));
            }
        }

        return rules == DayRules.None ? null : new DaySelector(rules);
    }

    private string? Calendar(YamlNode node) =>
        RowValues.Scalar(node, "calendar", context) is { } scalar
        && Word(scalar, "calendar", context.CalendarNames, ScheduleCodes.UnknownCalendar) is { } found
            ? context.CalendarNames[found]
            : null;

    private void Phases(YamlNode node, RowDraft draft)
    {
        var phases = PhaseSet.None;
        var named = PhaseSet.None;
        foreach (var word in FieldChecks.Scalars(node, "phases", context.Diagnostics) ?? [])
        {
            if (Word(word, "phases", PhaseAndGroupNames) is not { } found)
            {
                continue;
            }

            // A name of both means the phase: the narrower one.
            if (found < PhaseNames.Length)
            {
                phases |= PhaseSet.Of((Phase)found);
                named |= PhaseSet.Of((Phase)found);
            }
            else
            {
                phases |= PhaseSet.Of((PhaseGroup)Enum.Parse(typeof(PhaseGroup), PhaseAndGroupNames[found]));
            }
        }

        draft.Phases = phases == PhaseSet.None ? null : phases;
        draft.PhasesNamed = named;
    }

    private ModeSet? ModesOf(YamlNode node)
    {
        var modes = default(ModeSet);
        foreach (var word in FieldChecks.Scalars(node, "modes", context.Diagnostics) ?? [])
        {
            if (string.Equals(word.Value, nameof(Mode.SLEEP), StringComparison.OrdinalIgnoreCase))
            {
                context.Error(word.Mark, ScheduleCodes.UnknownFilter, "'modes' is 'SLEEP', which no filter sees.",
                    "In filters SLEEP counts as MAINTENANCE: write MAINTENANCE.");
            }
            else if (Word(word, "modes", ModeNames) is { } found)
            {
                modes = modes.With((Mode)Enum.Parse(typeof(Mode), ModeNames[found]));
            }
        }

        return modes == default ? null : modes;
    }

    private static string[] WithGroups()
    {
        var names = new List<string>(PhaseNames);
        foreach (var group in Enum.GetNames(typeof(PhaseGroup)))
        {
            if (!names.Contains(group))
            {
                names.Add(group);
            }
        }

        return names.ToArray();
    }

    private Season? SeasonsOf(YamlNode node)
    {
        var seasons = Season.NONE;
        foreach (var word in FieldChecks.Scalars(node, "seasons", context.Diagnostics) ?? [])
        {
            if (Word(word, "seasons", Seasons) is { } found)
            {
                seasons |= (Season)Enum.Parse(typeof(Season), Seasons[found]);
            }
        }

        return seasons == Season.NONE ? null : seasons;
    }

    private int? Word(
        YamlScalar scalar, string name, IReadOnlyList<string> words, string code = ScheduleCodes.UnknownFilter) =>
        RowValues.Word(scalar, name, context, words, code);
}

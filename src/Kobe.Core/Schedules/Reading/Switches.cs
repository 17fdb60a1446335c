using Kobe.Core.Text;

namespace Kobe.Core.Schedules.Reading;

/// <summary>The switches of the environment.</summary>
/// <remarks>
/// <c>KOBE_ENABLE_ALL=false</c> disables every row but those whose own switch says true. <c>KOBE_TASK_ID_ENABLED</c>
/// decides for one row; in ID capitals stand for small letters and '_' for all that is neither letter nor digit.
/// <c>KOBE_FORCE_RUN=true</c> lets <c>trading-days</c> match every date for maintenance rows.
/// </remarks>
internal sealed class Switches
{
    public const string ForceRunName = "KOBE_FORCE_RUN";
    public const string EnableAllName = "KOBE_ENABLE_ALL";
    private const string Prefix = "KOBE_TASK_";
    private const string Suffix = "_ENABLED";

    private readonly Dictionary<string, Switch> _ofTasks = new(StringComparer.Ordinal);
    private readonly Switch? _noneEnabled;

    public Switches(ReadContext context)
    {
        var environment = context.Around.Environment;
        ForceRun = Read(environment, ForceRunName, context) is { Value: true } force ? force : null;
        _noneEnabled = Read(environment, EnableAllName, context) is { Value: false } none ? none : null;
        foreach (var name in Sorted(environment.Keys))
        {
            if (name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(Suffix, StringComparison.Ordinal)
                && name.Length > Prefix.Length + Suffix.Length && Read(environment, name, context) is { } one)
            {
                _ofTasks.Add(name[Prefix.Length..^Suffix.Length], one);
            }
        }
    }

    /// <summary>The switch that ignores the calendar, when it is on.</summary>
    public Switch? ForceRun { get; }

    /// <summary>All switches that are set, by name, as text.</summary>
    public IEnumerable<string> Texts()
    {
        foreach (var spelled in Sorted(_ofTasks.Keys))
        {
            var one = _ofTasks[spelled];
            yield return $"{one.Name}={one.Value}";
        }

        foreach (var one in (Switch?[])[ForceRun, _noneEnabled])
        {
            if (one is not null)
            {
                yield return $"{one.Name}={one.Value}";
            }
        }
    }

    /// <summary>What decides whether a row is enabled, when it is not the files.</summary>
    public Switch? Of(string id) =>
        _ofTasks.Count > 0 && _ofTasks.TryGetValue(Spelled(id), out var own) ? own : _noneEnabled;

    /// <summary>Warns of switches that are for no row.</summary>
    public void WarnOfUnknown(IEnumerable<string> ids, Diagnostics diagnostics)
    {
        if (_ofTasks.Count == 0)
        {
            return;
        }

        var known = new HashSet<string>(ids.Select(Spelled), StringComparer.Ordinal);
        foreach (var spelled in Sorted(_ofTasks.Keys))
        {
            if (!known.Contains(spelled))
            {
                var one = _ofTasks[spelled];
                diagnostics.Warning(new("environment", 1, 1), ScheduleCodes.UnknownSwitch,
                    $"{one.Name} is set, and no task has that name.",
                    DidYouMean.Nearest(spelled, known) is { } nearest
                        ? $"Did you mean {Prefix}{nearest}{Suffix}?"
                        : null);
            }
        }
    }

    private static List<string> Sorted(IEnumerable<string> names)
    {
        var sorted = new List<string>(names);
        sorted.Sort(StringComparer.Ordinal);
        return sorted;
    }

    private static string Spelled(string id) =>
        string.Create(id.Length, id, (span, text) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = char.IsAsciiLetterOrDigit(text[i]) ? char.ToUpperInvariant(text[i]) : '_';
            }
        });

    private static Switch? Read(IReadOnlyDictionary<string, string> environment, string name, ReadContext context)
    {
        if (!environment.TryGetValue(name, out var text) || text.Length == 0)
        {
            return null;
        }

        if (text is "true" or "false")
        {
            return new(name, text == "true");
        }

        context.Error(new("environment", 1, 1), ScheduleCodes.BadSwitch,
            $"{name} is '{ValueHints.Short(text)}', neither true nor false.", "Set it to true or false, or unset it.");
        return null;
    }
}

using System.Globalization;
using System.Runtime.CompilerServices;
using Kobe.Brain;
using Kobe.Core.Schedules;

namespace Kobe.Simulation;

/// <summary>What handlers publish: the facts of their records, with values that conditions can be true of.</summary>
/// <remarks>Facts that no known handler publishes are published by the first run of each date.</remarks>
internal sealed class SimulatedFacts(Truth truth, Dice dice)
{
    // Of ten handlers of rows that are run again when in doubt, three do the work twice.
    private const double Heedless = 0.3;

    public static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    private readonly Dictionary<string, Handling> _handlings = new(StringComparer.Ordinal);
    private Handling? _last;
    private Roster? _known;
    private Dictionary<string, List<string>> _paths = [];
    private List<string> _orphans = [];
    private DateOnly _orphansOn;

    /// <summary>Whether a row's handler does its work once for a key, however often it is called.</summary>
    public bool HeedsKey(ScheduledTask task)
    {
        if (task.OnUnknown is not (OnUnknown.Retry or OnUnknown.ReconcileElseRetry))
        {
            return false;
        }

        return HandlingOf(task.Id).Heeds ??= !dice.Chance(Heedless);
    }

    public IReadOnlyDictionary<string, string> Of(string taskId, DateTimeOffset now)
    {
        if (!ReferenceEquals(_known, truth.Now))
        {
            Read(truth.Now);
        }

        var own = HandlingOf(taskId).Own ??= truth.Find(taskId) is { } task ? [.. FactsOf(truth.Now, task)] : [];
        if (own.Length == 0 && _orphans.Count == 0)
        {
            return None;
        }

        var date = DateOnly.FromDateTime(now.UtcDateTime);
        var names = _orphans.Count > 0 && date != _orphansOn ? [.. own, .. _orphans] : own;
        if (names.Length == 0)
        {
            return None;
        }

        _orphansOn = date;
        var facts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            facts[name] = Value(name);
        }

        return facts;
    }

    // An effect and the end behind it are of one task.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Handling HandlingOf(string task)
    {
        if (_last is { } last && ReferenceEquals(last.Task, task))
        {
            return last;
        }

        if (!_handlings.TryGetValue(task, out var handling))
        {
            _handlings.Add(task, handling = new(task));
        }

        return _last = handling;
    }

    private static IEnumerable<string> FactsOf(Roster roster, ScheduledTask task) =>
        roster.HandlerOf(task) is { } handler ? RowFacts.Of(task, handler) : [];

    private void Read(Roster roster)
    {
        _known = roster;
        foreach (var handling in _handlings.Values)
        {
            handling.Own = null;
        }

        var published = roster.Catalogue.Handlers.SelectMany(handler => handler.Facts)
            .Concat(roster.Schedule.Tasks.SelectMany(task => FactsOf(roster, task)))
            .ToHashSet(StringComparer.Ordinal);
        var wanted = roster.Schedule.Tasks.SelectMany(task => task.Needs.Select(need => need.Fact));
        _orphans = [.. wanted.Where(fact => !published.Contains(fact)).Distinct().Order(StringComparer.Ordinal)];
        _paths = [];
        foreach (var condition in roster.Schedule.Tasks.SelectMany(task => task.When))
        {
            var name = published.Concat(_orphans).Where(fact => condition.Path == fact
                || condition.Path.StartsWith(fact + ".", StringComparison.Ordinal)).Max(StringComparer.Ordinal);
            if (name is null)
            {
                name = condition.Path.Split('.')[0];
                _orphans = [.. _orphans.Append(name).Distinct().Order(StringComparer.Ordinal)];
            }

            if (!_paths.TryGetValue(name, out var paths))
            {
                _paths[name] = paths = [];
            }

            paths.Add(Member(condition, name));
        }
    }

    // "regime.daily.name == bull" of the fact regime.daily becomes "name":"bull".
    private static string Member(FactCondition condition, string fact)
    {
        var literal = condition.Literal switch
        {
            FactLiteral.Number number => number.Value.ToString(CultureInfo.InvariantCulture),
            FactLiteral.Flag flag => flag.Value ? "true" : "false",
            FactLiteral.Text text => System.Text.Json.JsonSerializer.Serialize(text.Value),
            _ => "null",
        };
        var names = condition.Path[fact.Length..].Split('.', StringSplitOptions.RemoveEmptyEntries);
        return names.Length == 0 ? literal : $"\"{names[0]}\":" + string.Concat(names.Skip(1).Select(name =>
            $"{{\"{name}\":")) + literal + new string('}', names.Length - 1);
    }

    private string Value(string fact)
    {
        if (!_paths.TryGetValue(fact, out var members))
        {
            return "1";
        }

        // Each condition is true on about every other publication.
        var drawn = members.Distinct().Where(_ => dice.Chance(0.5)).ToList();
        var objects = drawn.Where(member => member[0] == '"' && member.Contains("\":", StringComparison.Ordinal))
            .DistinctBy(member => member[..member.IndexOf("\":", StringComparison.Ordinal)]).ToList();
        return objects.Count == 0 && drawn.Count > 0 && drawn[0][0] != '"'
            ? drawn[0]
            : $"{{{string.Join(',', objects)}}}";
    }

    // What was drawn for a row, and what it publishes by the schedule in force.
    private sealed class Handling(string task)
    {
        public string Task { get; } = task;

        public bool? Heeds { get; set; }

        public string[]? Own { get; set; }
    }
}

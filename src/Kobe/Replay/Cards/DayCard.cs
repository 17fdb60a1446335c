using Kobe.Core.Runs;

namespace Kobe.Replay.Cards;

/// <summary>What became of one replayed day.</summary>
internal sealed class DayCard(DateOnly date)
{
    // What a person reads; the journal has all.
    private const int FailuresKept = 20;
    private const int DiscoveriesKept = 20;
    private static readonly int States = Enum.GetValues<FinalState>().Length;

    private readonly Dictionary<OccurrenceKey, ReplayedRun> _runs = [];
    private readonly SortedDictionary<string, int> _reasons = new(StringComparer.Ordinal);
    private readonly List<string> _failures = [];
    private readonly List<JsonText> _discoveries = [];

    public DateOnly Date { get; } = date;

    /// <summary>Occurrences by final state.</summary>
    public int[] Finals { get; } = new int[States];

    public int Planned => _runs.Count + Bulk;

    /// <summary>Missed by a count, beyond look_back.</summary>
    public int Bulk { get; private set; }

    public int Held => _runs.Values.Count(run => run.Final is null && run.IsHeld);

    public int Pending => _runs.Values.Count(run => run.Final is null && !run.IsHeld);

    /// <summary>Handlers started.</summary>
    public int Starts { get; private set; }

    /// <summary>Why occurrences ended otherwise than with success, and how many; without the numbers in the
    /// reasons.</summary>
    public IReadOnlyDictionary<string, int> Reasons => _reasons;

    /// <summary>The first failures, key and error.</summary>
    public IReadOnlyList<string> Failures => _failures;

    /// <summary>How many discoveries handlers reported.</summary>
    public int DiscoveryCount { get; private set; }

    /// <summary>The first of them.</summary>
    public IReadOnlyList<JsonText> Discoveries => _discoveries;

    /// <summary>All occurrences, in the order of their keys.</summary>
    public IEnumerable<ReplayedRun> Runs => _runs.Values.OrderBy(run => run.Key);

    public void Queue(OccurrenceKey key, DateTimeOffset due) => _runs.TryAdd(key, new(key, due));

    public void Start(OccurrenceKey key, DateTimeOffset at)
    {
        Starts++;
        _runs[key].Starts.Add(at);
    }

    /// <summary>One of them; null when there is no such key.</summary>
    public ReplayedRun? Find(OccurrenceKey key) => _runs.GetValueOrDefault(key);

    public void Close(RunEvent.Closed closed)
    {
        Queue(closed.Key, closed.Due);
        Finish(closed.Key, closed.State, closed.Reason, closed.At);
    }

    /// <summary>An attempt, a question or a person's word decided what follows.</summary>
    public void Follow(OccurrenceKey key, NextStep next, string? reason, DateTimeOffset at)
    {
        _runs[key].IsHeld = next.Kind == NextKind.Held;
        if (next.Kind == NextKind.Final)
        {
            Finish(key, next.State, reason, at);
        }
        else if (next.Kind == NextKind.Held)
        {
            Because("held", reason);
        }
    }

    public void Miss(int count, string reason)
    {
        Bulk += count;
        Finals[(int)FinalState.Missed] += count;
        Because("missed", reason, count);
    }

    public void Discover(JsonText found)
    {
        DiscoveryCount++;
        if (_discoveries.Count < DiscoveriesKept)
        {
            _discoveries.Add(found);
        }
    }

    private void Finish(OccurrenceKey key, FinalState state, string? reason, DateTimeOffset at)
    {
        _runs[key].Final = state;
        _runs[key].EndedAt = at;
        Finals[(int)state]++;
        if (state == FinalState.Succeeded)
        {
            return;
        }

        Because(state.ToString().ToLowerInvariant(), reason);
        if (state is FinalState.Failed or FinalState.Interrupted && _failures.Count < FailuresKept)
        {
            _failures.Add($"{key}: {reason}");
        }
    }

    private void Because(string state, string? reason, int count = 1)
    {
        var name = $"{state}: {ReasonKind.Of(reason)}";
        _reasons[name] = _reasons.GetValueOrDefault(name) + count;
    }
}

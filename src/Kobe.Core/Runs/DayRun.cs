namespace Kobe.Core.Runs;

/// <summary>One occurrence as its day keeps it: its run while it is open, afterwards only what it came to.</summary>
/// <remarks>Tens of thousands of final ones are kept, to be recognised, and nothing can change them.</remarks>
internal struct DayRun
{
    private Run? _open;
    private long _due;
    private long _since;
    private int _starts;
    private int _attempts;
    private FinalState _final;

    public DayRun(Run run)
    {
        Slot = run.Key.Slot;
        Keep(run);
    }

    public string Slot { get; }

    /// <summary>Where it stands.</summary>
    public readonly RunState State => _open?.State ?? RunState.Final;

    /// <summary>The final state; meaningful only once it is final.</summary>
    public readonly FinalState Final => _final;

    /// <summary>The run: the one that changes while it is open, afterwards one made of what was kept.</summary>
    public readonly Run Of(string task, DateOnly date) =>
        _open ?? Run.Over(new(task, date, Slot), _due, _since, _final, _starts, _attempts);

    /// <summary>Keeps what matters of a run as it is now.</summary>
    public void Keep(Run run)
    {
        if (run.State != RunState.Final)
        {
            _open = run;
            return;
        }

        _open = null;
        (_due, _since, _final) = (run.DueTicks, run.SinceTicks, run.Final);
        (_starts, _attempts) = (run.Starts, run.Attempts);
    }

    public readonly DayRun Clone(TaskDay day, Action<Run> cloned)
    {
        if (_open is null)
        {
            return this;
        }

        var twin = _open.Clone();
        twin.Day = day;
        cloned(twin);
        return new(twin);
    }

    public readonly bool SameAs(in DayRun other) => Slot == other.Slot && (_open is null
        ? other._open is null && (_due, _since, _final, _starts, _attempts) ==
            (other._due, other._since, other._final, other._starts, other._attempts)
        : other._open is not null && _open.SameAs(other._open));
}

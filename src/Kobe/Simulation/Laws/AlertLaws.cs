using Kobe.Core.Runs;
using Kobe.Core.Schedules;

namespace Kobe.Simulation.Laws;

/// <summary>Each discarded, interrupted, held and expired-entry occurrence raises an alert in the same turn.</summary>
internal sealed class AlertLaws(KeyChecks checks)
{
    private readonly List<KeyRecord> _owed = [];
    private readonly List<string> _raised = [];

    public void Ended(KeyRecord record, NextStep next)
    {
        if (next.Kind == NextKind.Held
            || next is { Kind: NextKind.Final, State: FinalState.Failed or FinalState.Interrupted })
        {
            _owed.Add(record);
        }
    }

    public void Closed(KeyRecord record, FinalState state)
    {
        if (state == FinalState.Expired && record.Task?.Kind == TaskKind.Entry)
        {
            _owed.Add(record);
        }
    }

    public void Raised(string text) => _raised.Add(text);

    /// <summary>A turn is over: what is owed must have been said.</summary>
    public void Turned()
    {
        foreach (var record in _owed)
        {
            Check(record);
        }

        _owed.Clear();
        _raised.Clear();
    }

    /// <summary>The brain is gone: nobody will hear of what the journal kept, if nobody has heard yet.</summary>
    public void Crashed()
    {
        _owed.RemoveAll(record => record.Journal is { IsFinal: false, IsHeld: false });
        Turned();
    }

    private void Check(KeyRecord record)
    {
        var isRaised = _raised.Exists(text => text.Contains(record.Key.Task, StringComparison.Ordinal));
        checks.Hold(Law.AlertRaised, isRaised, record, "raised no alert");
    }
}

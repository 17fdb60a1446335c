using Kobe.Core.Runs;

namespace Kobe.Replay.Cards;

/// <summary>The cards of all replayed days: a fold of the journal, so a replay that was killed and went on has the
/// same.</summary>
internal sealed class DayCards
{
    private readonly SortedDictionary<DateOnly, DayCard> _days = [];

    public IReadOnlyCollection<DayCard> Days => _days.Values;

    public DayCard Of(DateOnly date)
    {
        if (!_days.TryGetValue(date, out var card))
        {
            _days.Add(date, card = new(date));
        }

        return card;
    }

    /// <summary>Takes the journal's next event.</summary>
    public void Apply(RunEvent what)
    {
        switch (what)
        {
            case RunEvent.Queued queued:
                Of(queued.Key.Date).Queue(queued.Key, queued.Due);
                break;
            case RunEvent.Triggered triggered:
                Of(triggered.Key.Date).Queue(triggered.Key, triggered.Due);
                break;
            case RunEvent.Started started:
                Of(started.Key.Date).Start(started.Key, started.At);
                break;
            case RunEvent.Closed closed:
                Of(closed.Key.Date).Close(closed);
                break;
            case RunEvent.BulkMissed missed:
                Of(missed.Date).Miss(missed.Count, missed.Reason);
                break;
            case RunEvent.Ended ended:
                End(ended);
                break;
            case RunEvent.Reconciled reconciled:
                Of(reconciled.Key.Date).Follow(
                    reconciled.Key, reconciled.Next, $"reconciled: {reconciled.Answer}", reconciled.At);
                break;
            case RunEvent.Resolved resolved:
                Of(resolved.Key.Date).Follow(
                    resolved.Key, NextOf(resolved), $"resolved by {resolved.By}", resolved.At);
                break;
            default:
                break;
        }
    }

    private void End(RunEvent.Ended ended)
    {
        var card = Of(ended.Key.Date);
        card.Follow(ended.Key, ended.Next, ended.Error ?? ended.Reason, ended.At);
        if (ended.Payload is { } payload)
        {
            foreach (var found in payload.Discoveries)
            {
                card.Discover(found);
            }
        }
    }

    private static NextStep NextOf(RunEvent.Resolved resolved) => resolved.How switch
    {
        Resolution.Done => NextStep.Final(FinalState.Succeeded),
        Resolution.Drop => NextStep.Final(FinalState.Cancelled),
        _ => NextStep.QueuedAgain(resolved.At),
    };
}

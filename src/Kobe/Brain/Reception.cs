using Kobe.Hosting;

namespace Kobe.Brain;

/// <summary>Takes the messages in. What the journal could not take yet is kept, in order, and tried again.</summary>
internal sealed class Reception(BrainState state, Inbox inbox, Ending ending, Controls controls)
{
    private readonly Queue<BrainMessage.Ask> _asked = new();

    /// <summary>Whether something that a person asked for is not done yet: nothing starts before it.</summary>
    public bool IsBehind => _asked.Count > 0;

    public void Receive()
    {
        while (inbox.TryTake(out var message))
        {
            switch (message)
            {
                case BrainMessage.Ended ended:
                    ending.Take(ended.Result);
                    break;
                case BrainMessage.Changed changed:
                    controls.Apply(changed.Change);
                    break;
                case BrainMessage.Stop stop:
                    Stop(stop.Reason);
                    break;
                case BrainMessage.Warn warn:
                    state.Alerts.Raise(warn.Level, warn.Text);
                    break;
                case BrainMessage.Ask ask:
                    _asked.Enqueue(ask);
                    break;
                case BrainMessage.Said { Report: HandlerReport.Notified notice }:
                    state.Alerts.Raise(AlertRules.LevelOf(notice.Urgency), $"NOTICE: {notice.Key}: {notice.Text}");
                    break;
                default:
                    // What else a handler says while it runs is for the log; a touched switch is seen in every turn.
                    break;
            }
        }

        while (_asked.TryPeek(out var next) && controls.Apply(next))
        {
            _asked.Dequeue();
        }
    }

    // A second signal skips the wait.
    private void Stop(string reason)
    {
        state.DrainMono = state.Stopping is null ? state.Clock.Mono + state.Settings.Drain : state.Clock.Mono;
        state.Stopping ??= reason;
    }
}

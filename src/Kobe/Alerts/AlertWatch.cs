using Kobe.Brain;
using Kobe.Core.Runs;
using Controls = Kobe.Core.Runs.Controls;

namespace Kobe.Alerts;

/// <summary>Tells people what changed and nobody else says: pause and journal.</summary>
/// <param name="alerts">Gets it.</param>
/// <param name="zone">The zone in which people are told times.</param>
internal sealed class AlertWatch(IAlerts alerts, TimeZoneInfo zone)
{
    private Controls? _controls;
    private string? _problem;

    /// <summary>Looks at the end of a turn; nothing happens while nothing changes.</summary>
    /// <param name="controls">What people and breakers have set.</param>
    /// <param name="problem">Why the journal can't be written; null when it can.</param>
    public void Look(Controls controls, string? problem)
    {
        if (_controls is { } before)
        {
            Pause(before.Pause, controls.Pause);
        }

        if ((problem is null) != (_problem is null))
        {
            alerts.Raise(
                problem is null ? AlertLevel.Warning : AlertLevel.Critical,
                problem is null ? "JOURNAL: it can be written again; tasks start again"
                    : $"JOURNAL: it can't be written, nothing starts: {problem}");
        }

        (_controls, _problem) = (controls, problem);
    }

    private void Pause(PauseMark? before, PauseMark? now)
    {
        if (before == now)
        {
            return;
        }

        if (now is null)
        {
            alerts.Raise(AlertLevel.Warning, "PAUSE: it is over; what fell due meanwhile is not made up for");
            return;
        }

        alerts.Raise(AlertLevel.Warning, "PAUSE: " + ControlWords.OfPause(now, zone));
    }
}

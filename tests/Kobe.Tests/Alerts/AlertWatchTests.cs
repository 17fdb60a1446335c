using Kobe.Alerts;
using Kobe.Core.Runs;
using Kobe.Tests.Brain;

namespace Kobe.Tests.Alerts;

public class AlertWatchTests
{
    private readonly HeardAlerts _alerts = new();

    [Fact]
    public void Look_TellsWhatChanged_AndOnlyThat()
    {
        var watch = new AlertWatch(_alerts, TimeZoneInfo.Utc);
        var none = Controls.None;
        var halted = none.With(Control(ControlVerb.Halt));
        var paused = halted.With(Control(ControlVerb.Pause));

        watch.Look(none, null);
        watch.Look(none, null);
        watch.Look(halted, null);
        watch.Look(paused, "No space left on device.");
        watch.Look(paused.With(Control(ControlVerb.Resume)), "No space left on device.");
        watch.Look(none, null);

        Assert.Equal(
        [
            "PAUSE: STARTS BLOCKED until kobe resume: paused by ann since 2026-11-20 17:00 UTC (why). Exits, reconciling and monitoring go on.",
            "JOURNAL: it can't be written, nothing starts: No space left on device.",
            "PAUSE: it is over; what fell due meanwhile is not made up for",
            "JOURNAL: it can be written again; tasks start again",
        ], _alerts.Texts);
    }

    private static RunEvent.Control Control(ControlVerb verb) => new(Alerting.Noon, verb, "", "ann", "why");
}

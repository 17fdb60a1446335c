using Kobe.Alerts;
using Kobe.Brain;

namespace Kobe.Tests.Alerts;

public class AlertComposerTests
{
    [Fact]
    public void Compose_TellsOneAlertAsItIs()
    {
        var message = AlertComposer.Compose([Alerting.Failure(1)], Alerting.Rules, more: false, again: false);

        Assert.Equal(
            "SCHEDULER FAILURE: desk.task-001 failed 3x: boom\n2026-11-20 17:00:00 +00:00", message.Text);
    }

    [Fact]
    public void Compose_TellsSeveralInOrder_AndTheSameOnce()
    {
        var message = AlertComposer.Compose(
            [
                Alerting.Failure(1, 0, "a"), Alerting.Alert(2, "HELD: k: why", 61, AlertLevel.Critical),
                Alerting.Failure(3, 120, "a"),
            ],
            Alerting.Rules, more: true, again: false);

        Assert.Equal("""
            3 more alerts, 17:00–17:02
            17:00 SCHEDULER FAILURE: a failed 3x: boom ×2
            17:01 HELD: k: why
            """.ReplaceLineEndings("\n"), message.Text);
        Assert.Equal(AlertLevel.Critical, message.Level);
        Assert.Equal([1, 2, 3], message.Numbers);
    }

    [Fact]
    public void Compose_NamesAsManyAsFit_AndLeavesTheRest()
    {
        var alerts = Enumerable.Range(1, 500).Select(number => Alerting.Failure(number)).ToList();

        var first = AlertComposer.Compose(alerts, Alerting.Rules, more: false, again: false);
        var second = AlertComposer.Compose(alerts[first.Alerts.Count..], Alerting.Rules, more: true, again: false);

        Assert.InRange(first.Alerts.Count, 50, 499);
        Assert.InRange(first.Text.Length, 2000, Alerting.Rules.TextMax);
        Assert.StartsWith($"{first.Alerts.Count} alerts, 17:00\nSCHEDULER FAILURE {first.Alerts.Count}: desk.task-001, ", first.Text);
        Assert.All(first.Alerts, alert => Assert.Contains(alert.Topic.Subject, first.Text));
        Assert.StartsWith($"{second.Alerts.Count} more alerts", second.Text);
        Assert.Equal(first.Alerts.Count + 1, second.Alerts[0].Number);
    }

    [Fact]
    public void Compose_CutsWhatIsTooLong_AndSaysWhenItMayBeKnown()
    {
        var rules = Alerting.Rules with { TextMax = 200 };

        var message = AlertComposer.Compose([Alerting.Alert(1, new('x', 5000))], rules, more: false, again: true);

        Assert.InRange(message.Text.Length, 150, 200);
        Assert.EndsWith("got lost)", message.Text);
    }
}

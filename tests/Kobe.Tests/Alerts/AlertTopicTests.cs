using Kobe.Alerts;

namespace Kobe.Tests.Alerts;

public class AlertTopicTests
{
    [Theory]
    // text                                                   kind                 subject
    [InlineData("SCHEDULER FAILURE: orders.poll failed 3x: no", "SCHEDULER FAILURE", "orders.poll")]
    [InlineData("HELD: a@2026-11-20T09:35: why; kobe resolve",  "HELD",              "a@2026-11-20T09:35")]
    [InlineData("QUARANTINE: a: 2 crashes or kills in 24 h",    "QUARANTINE",        "a")]
    [InlineData("CLOCK: set forward by 5m",                     "CLOCK",             "set forward by 5m")]
    [InlineData("down 42m: 3 due, 3 missed",                    "NOTE",              "down 42m: 3 due, 3 missed")]
    [InlineData("HELD:",                                        "NOTE",              "HELD:")]
    [InlineData("",                                             "NOTE",              "")]
    public void Of_TellsKindFromSubject(string text, string kind, string subject) =>
        Assert.Equal(new AlertTopic(kind, subject), AlertTopic.Of(text));
}

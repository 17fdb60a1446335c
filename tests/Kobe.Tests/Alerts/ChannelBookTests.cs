using FsCheck;
using FsCheck.Fluent;
using Kobe.Alerts;
using Kobe.Brain;

namespace Kobe.Tests.Alerts;

public class ChannelBookTests
{
    [Fact]
    public void Storm_Of500InAMinute_TakesAtMost20Messages_AndLosesNone()
    {
        var book = new ChannelBook(Alerting.Rules);
        var raised = Enumerable.Range(1, 500).Select(number => Alerting.Failure(number, number * 0.12)).ToList();

        var messages = Play(book, raised, lastSecond: 600);

        Assert.InRange(messages.Count, 2, 20);
        Assert.Equal(raised.Select(alert => alert.Number), messages.SelectMany(sent => sent.Message.Numbers));
        Assert.All(messages, sent => Assert.All(
            sent.Message.Alerts, alert => Assert.Contains(alert.Topic.Subject, sent.Message.Text)));
        Assert.Equal(0, book.Waiting);
    }

    // Law: whatever comes when, no stretch of a minute has more messages than the limit of a Telegram group, and each
    // alert is told once, in order.
    [Fact]
    public void AnyMinute_HasAtMost20Messages() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(0, 20_000).ListOf().ToArbitrary(), instants =>
        {
            var raised = instants.Order().Select((at, index) => Alerting.Failure(index + 1, at / 100.0)).ToList();
            var messages = Play(new(Alerting.Rules), raised, lastSecond: 800);
            var times = messages.Select(sent => sent.At).ToList();
            return times.TrueForAll(at => times.Count(other => other >= at && other < at + 60) <= 20)
                && messages.SelectMany(sent => sent.Message.Numbers).SequenceEqual(raised.Select(alert => alert.Number));
        }));

    [Fact]
    public void SameTopic_IsToldOnce_AndThenWithHowOftenItWas()
    {
        var book = new ChannelBook(Alerting.Rules);
        var raised = Enumerable.Range(0, 10).Select(index => Alerting.Failure(index + 1, index * 60, "a")).ToList();

        var messages = Play(book, raised, lastSecond: 7200);

        Assert.Equal([0.0, 1800.0], messages.Select(sent => Math.Round(sent.At)));
        Assert.Contains("a failed 3x: boom ×9", messages[1].Message.Text);
    }

    [Fact]
    public void QuietHours_HoldAllButTheCritical_AndEndInADigest()
    {
        // 17:00 to 17:10 UTC.
        var rules = Alerting.Rules with { Quiet = new(new(16, 0), new(17, 10), TimeZoneInfo.Utc) };
        List<Alert> raised =
        [
            Alerting.Failure(1, 1), Alerting.Alert(2, "MISSED: k: lag", 2, AlertLevel.Critical), Alerting.Failure(3, 3),
        ];

        var messages = Play(new(rules), raised, lastSecond: 3600);

        Assert.Equal([[2], [1, 3]], messages.Select(sent => sent.Message.Numbers));
        Assert.Equal([2.0, 600.0], messages.Select(sent => Math.Round(sent.At)));
    }

    [Fact]
    public void RetryAfter_HoldsTheWholeQueue()
    {
        var book = new ChannelBook(Alerting.Rules);
        book.Add(Alerting.Failure(1));
        var first = Assert.IsType<ChannelStep.Send>(book.Next(Alerting.After(0))).Message;
        book.Begin(Alerting.After(0));

        book.Failed(new("429", TimeSpan.FromSeconds(34)), first, chance: 0.5, Alerting.After(0));
        book.Add(Alerting.Alert(2, "MISSED: k: lag", 1, AlertLevel.Critical));

        var wait = Assert.IsType<ChannelStep.Wait>(book.Next(Alerting.After(1)));
        Assert.Equal(33.5, wait.For.TotalSeconds);
        var again = Assert.IsType<ChannelStep.Send>(book.Next(Alerting.After(34.5)));
        Assert.Equal([1, 2], again.Message.Numbers);
        Assert.DoesNotContain("told before", again.Message.Text);
    }

    [Theory]
    // failures in a row, seconds to wait
    [InlineData(1, 2)]
    [InlineData(2, 4)]
    [InlineData(5, 32)]
    [InlineData(9, 300)]
    [InlineData(5000, 300)]
    public void Backoff_DoublesUpToFiveMinutes(int failures, int seconds) =>
        Assert.Equal(seconds, RetryWait.After(failures, chance: 0).TotalSeconds);

    [Fact]
    public void LostAnswer_IsSaid_WhenItIsToldAgain()
    {
        var book = new ChannelBook(Alerting.Rules);
        book.Add(Alerting.Failure(1));
        var first = Assert.IsType<ChannelStep.Send>(book.Next(Alerting.After(0))).Message;
        book.Failed(new("no answer", InDoubt: true), first, chance: 0, Alerting.After(0));

        Assert.Contains(
            "perhaps told before", Assert.IsType<ChannelStep.Send>(book.Next(Alerting.After(10))).Message.Text);
    }

    [Fact]
    public void Aged_AreTakenOut()
    {
        var book = new ChannelBook(Alerting.Rules with { KeepFor = TimeSpan.FromHours(1) });
        book.Add(Alerting.Failure(1));
        book.Add(Alerting.Failure(2, 3000));

        Assert.Equal(1, Assert.Single(book.TakeAged(Alerting.After(3601))).Number);
        Assert.Equal(1, book.Waiting);
    }

    [Fact]
    public void ClockSetBack_HoldsNothingForever()
    {
        var book = new ChannelBook(Alerting.Rules);
        book.Told(Alerting.Failure(1, 0, "a"), Alerting.Noon.AddHours(5));
        book.Add(Alerting.Failure(2, 0, "a"));

        Assert.IsType<ChannelStep.Send>(book.Next(Alerting.After(0)));
    }

    // Lets virtual time pass, as a worker would: every message arrives.
    private static List<(double At, AlertMessage Message)> Play(
        ChannelBook book, List<Alert> raised, double lastSecond)
    {
        var sent = new List<(double, AlertMessage)>();
        var next = 0;
        var now = 0.0;
        while (now <= lastSecond)
        {
            while (next < raised.Count && raised[next].At <= Alerting.After(now).Wall)
            {
                book.Add(raised[next++]);
            }

            var step = book.Next(Alerting.After(now));
            if (step is ChannelStep.Send send)
            {
                book.Begin(Alerting.After(now));
                book.Sent(send.Message, Alerting.After(now));
                sent.Add((now, send.Message));
                continue;
            }

            var wake = step is ChannelStep.Wait wait ? now + wait.For.TotalSeconds : double.MaxValue;
            var arrival = next < raised.Count ? (raised[next].At - Alerting.Noon).TotalSeconds : double.MaxValue;
            now = Math.Max(Math.Min(wake, arrival), now + 0.000001);
        }

        return sent;
    }
}

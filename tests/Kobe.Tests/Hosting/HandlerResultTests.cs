using Kobe.Contracts;
using Kobe.Hosting;

namespace Kobe.Tests.Hosting;

/// <summary>What a handler returns or throws, seen from the brain through a real runner.</summary>
public class HandlerResultTests(SharedStage shared) : IClassFixture<SharedStage>
{
    private readonly Stage stage = shared.Stage;

    [Theory]
    // handler, outcome, what is said about it
    [InlineData("zoo.ok", nameof(AttemptOutcome.Succeeded), null)]
    [InlineData("zoo.skip", nameof(AttemptOutcome.Skipped), "closed today")]
    [InlineData("zoo.snooze", nameof(AttemptOutcome.Snoozed), "hibernating")]
    [InlineData("zoo.fatal", nameof(AttemptOutcome.Fatal), "extinct")]
    [InlineData("zoo.throws", nameof(AttemptOutcome.Failed), "InvalidOperationException: the lion is loose")]
    [InlineData("zoo.throws_with_orders", nameof(AttemptOutcome.Unknown), "InvalidOperationException: after the")]
    [InlineData("zoo.throws_in_constructor", nameof(AttemptOutcome.Failed), "InvalidOperationException: no cage")]
    [InlineData("zoo.returns_null", nameof(AttemptOutcome.Failed), "The handler returned null")]
    [InlineData("zoo.undeclared", nameof(AttemptOutcome.Fatal), "The handler's result was refused: it pub")]
    [InlineData("zoo.unheard_of", nameof(AttemptOutcome.Fatal), "No loaded plugin has the handler zoo.unheard_of.")]
    [InlineData("zoo.echo", nameof(AttemptOutcome.Fatal), "Argument text is missing.")]
    public void Run_EndsAsTheHandlerDid(string handler, string outcome, string? said)
    {
        var result = stage.Run(handler);

        Assert.Equal(outcome, result.Outcome.ToString());
        Assert.StartsWith(said ?? "", result.Error ?? result.Reason ?? "", StringComparison.Ordinal);
        Assert.Equal(AttemptOutcome.Succeeded, stage.Run("zoo.ok").Outcome);
    }

    [Fact]
    public void Run_BringsEvidence() =>
        Assert.Matches(
            """^{"counts":{"animals":1},"ids":\[{"kind":"start","id":"\d+"}]}$""", stage.Run("zoo.ok").Evidence);

    [Fact]
    public void Run_TellsWhenASnoozedOneWantsToRun()
    {
        var request = stage.Start("zoo.snooze");

        Assert.Equal(request.DueAt.AddMinutes(5), stage.ResultOf(request).Until);
    }

    [Fact]
    public void Run_GivesArgumentsWithTheirTypes_AndDefaults()
    {
        var all = """{"text":"a\nb","times":"3","loudly":true,"price":2.5,"day":"friday","symbols":["A","B"]}""";

        var evidence = stage.Run("zoo.echo", all).Evidence;

        Assert.Contains("Times = 3, Pause = 00:05:00, Loudly = True, Price = 2.5, Day = Friday, Date = ,", evidence);
        Assert.Contains("\"A\\u002BB\"", evidence);
    }

    [Theory]
    // arguments                                 what is wrong
    [InlineData("""{"text":"a","tims":1}""", "There is no argument tims.")]
    [InlineData("""{"text":"a","times":"1.5"}""", "Argument times is 1.5, which is no whole.")]
    [InlineData("""{"text":"a","pause":"soon"}""", "Argument pause is soon, which is no duration.")]
    [InlineData("""{"text":"a","day":"caturday"}""", "Argument day is caturday, which is no choice: write sunday, ")]
    [InlineData("""{"text":"a","symbols":"A"}""", "Argument symbols is \"A\", which is no list.")]
    [InlineData("""{"text":["a"]}""", "Argument text is [\"a\"], which is no text.")]
    public void Run_RefusesArguments_ThatTheHandlerDoesNotTake(string arguments, string sentence)
    {
        var result = stage.Run("zoo.echo", arguments);

        Assert.Equal(AttemptOutcome.Fatal, result.Outcome);
        Assert.StartsWith(sentence, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_GivesTheFacts_AndTellsTheRunnerOnlyWhatChanged()
    {
        var request = stage.Request("zoo.echo", """{"text":"a"}""");
        var fact = new FactValue("6", request.DueAt, "earlier@2026-11-20T09:30");
        var facts = new Dictionary<string, FactValue> { ["zoo.echo"] = fact };

        var first = stage.ResultOf(stage.Start(request with { Facts = facts }));
        var again = stage.ResultOf(stage.Start(stage.Request("zoo.echo", """{"text":"a"}""") with { Facts = facts }));
        var gone = stage.Run("zoo.echo", """{"text":"a"}""");

        Assert.Equal("7", first.Facts["zoo.echo"]);
        Assert.Equal("7", again.Facts["zoo.echo"]);
        Assert.Equal("0", gone.Facts["zoo.echo"]);
    }

    [Fact]
    public void Run_TakesFacts_LargerThanThePipe()
    {
        var large = new FactValue($"\"{new string('x', 1_000_000)}\"", DateTimeOffset.UnixEpoch, "");
        var request = stage.Request("zoo.ok");

        var result = stage.ResultOf(stage.Start(
            request with { Facts = new Dictionary<string, FactValue> { ["zoo.large"] = large } }));

        Assert.Equal(AttemptOutcome.Succeeded, result.Outcome);
    }

    [Fact]
    public void Run_PassesOnWhatTheHandlerSays()
    {
        var request = stage.Start("zoo.talks");

        var result = stage.ResultOf(request);

        var line = Of<HandlerReport.Logged>(request);
        Assert.Equal((LogLevel.Warning, "a line"), (line.Level, line.Text));
        Assert.Equal(0.5, Of<HandlerReport.Progressed>(request).Fraction);
        Assert.Equal(Urgency.Critical, Of<HandlerReport.Notified>(request).Urgency);
        Assert.Equal(new("animal", "a new one", "striped"), Assert.Single(result.Discoveries));
        stage.Heard.WaitFor<HandlerReport.Printed>(printed => printed.Text == "printed");
    }

    [Fact]
    public void Run_CutsALogThatIsTooLong()
    {
        var request = stage.Start("zoo.logs");

        Assert.Equal(AttemptOutcome.Succeeded, stage.ResultOf(request).Outcome);

        var lines = stage.Heard.All<HandlerReport.Logged>().Where(line => line.Key == request.Key.ToString()).ToList();
        Assert.InRange(lines.Sum(line => line.Text.Length), 200_000, 300_000);
        Assert.Equal("The log of this run is full; the rest is dropped.", lines[^1].Text);
    }

    [Theory]
    [InlineData(1, ReconcileAnswer.Done)]
    [InlineData(2, ReconcileAnswer.NotDone)]
    public void Reconcile_AsksTheHandler(int start, ReconcileAnswer answer)
    {
        var request = stage.Request("zoo.echo", """{"text":"a"}""") with { Start = start, InDoubt = "It was killed." };

        var result = stage.ResultOf(stage.Start(request));

        Assert.Equal((AttemptOutcome.Reconciled, answer), (result.Outcome, result.Answer));
    }

    [Fact]
    public void Reconcile_IsUnknown_WhenTheHandlerCanNotBeAsked()
    {
        var result = stage.ResultOf(stage.Start(stage.Request("zoo.ok") with { InDoubt = "It was killed." }));

        Assert.Equal((AttemptOutcome.Reconciled, ReconcileAnswer.Unknown), (result.Outcome, result.Answer));
    }

    [Fact]
    public void Start_IsRefused_WhileAnotherRuns()
    {
        var first = stage.Start("zoo.heeds");
        stage.Heard.WaitFor<HandlerReport.Logged>(line => line.Key == first.Key.ToString());

        Assert.Equal(AttemptOutcome.NotStarted, stage.Run("zoo.ok").Outcome);

        stage.Host.Cancel(first.Start);
        Assert.Equal(AttemptOutcome.Cancelled, stage.ResultOf(first).Outcome);
    }

    [Fact]
    public void Cancel_IsHeeded_EvenWhenItOvertakesTheStart()
    {
        stage.WaitForRunners(1);
        var request = stage.Start("zoo.heeds");

        stage.Host.Cancel(request.Start);

        Assert.Equal(AttemptOutcome.Cancelled, stage.ResultOf(request).Outcome);
    }

    [Fact]
    public void Cancel_LeavesTheWordToTheHandler()
    {
        var request = stage.Start("zoo.late");
        stage.Heard.WaitFor<HandlerReport.Logged>(line => line.Key == request.Key.ToString());

        stage.Host.Cancel(request.Start);

        Assert.Equal(AttemptOutcome.Succeeded, stage.ResultOf(request).Outcome);
    }

    [Fact]
    public void Replay_ShowsTheReplayedTime()
    {
        var now = new DateTimeOffset(2020, 2, 29, 15, 0, 0, TimeSpan.Zero);

        var result = stage.ResultOf(stage.Start(stage.Request("zoo.surroundings") with { Replay = new(now) }));

        Assert.Contains("2020-02-29T15:00:00", result.Evidence);
    }

    private T Of<T>(AttemptRequest request)
        where T : HandlerReport => stage.Heard.WaitFor<T>(report => report.Key == request.Key.ToString());
}

using System.Text.Json;
using Kobe.Hosting;
using Kobe.Runner.Plugins;

namespace Kobe.Tests.Hosting;

/// <summary>The host without a child process, for debugging and simulation.</summary>
public class InProcessHostTests
{
    private readonly Heard heard = new();
    private int starts;

    [Theory]
    [InlineData("zoo.ok", nameof(AttemptOutcome.Succeeded))]
    [InlineData("zoo.throws", nameof(AttemptOutcome.Failed))]
    [InlineData("zoo.throws_with_orders", nameof(AttemptOutcome.Unknown))]
    [InlineData("zoo.unheard_of", nameof(AttemptOutcome.Fatal))]
    public void Run_EndsAsInTheChild(string handler, string outcome)
    {
        using var host = Open();

        Assert.Equal(outcome, Run(host, handler).Outcome.ToString());
    }

    [Fact]
    public void Run_GivesArgumentsAndFacts()
    {
        using var host = Open();
        var request = Request("zoo.echo") with
        {
            Arguments = JsonElement.Parse("""{"text":"a"}"""),
            Facts = new Dictionary<string, FactValue> { ["zoo.echo"] = new("6", DateTimeOffset.UnixEpoch, "") },
        };

        host.Start(request);

        Assert.Equal("7", heard.WaitFor<AttemptResult>(_ => true).Facts["zoo.echo"]);
    }

    [Fact]
    public void Cancel_IsHeeded()
    {
        using var host = Open();
        var request = Request("zoo.heeds");
        host.Start(request);
        heard.WaitFor<HandlerReport.Logged>(_ => true);

        host.Cancel(request.Start);

        Assert.Equal(AttemptOutcome.Cancelled, heard.WaitFor<AttemptResult>(_ => true).Outcome);
    }

    [Fact]
    public void Kill_PoisonsTheLane_BecauseNothingCanBeKilledHere()
    {
        using var host = Open();
        var request = Request("zoo.late");
        host.Start(request);
        heard.WaitFor<HandlerReport.Logged>(_ => true);

        host.Kill("time limit");

        Assert.Equal(AttemptOutcome.Unknown, heard.WaitFor<AttemptResult>(_ => true).Outcome);
        Assert.NotNull(host.Poisoned);
        Assert.Equal(AttemptOutcome.NotStarted, Run(host, "zoo.ok").Outcome);
    }

    private InProcessHost Open()
    {
        using var folder = new PluginFolders();
        folder.Copy("Kobe.Fixtures.Zoo");
        return new(PluginLoader.Load(folder.Root), heard);
    }

    private AttemptResult Run(InProcessHost host, string handler)
    {
        var request = Request(handler);
        host.Start(request);
        return heard.WaitFor<AttemptResult>(result => result.Start == request.Start);
    }

    private AttemptRequest Request(string handler) => new()
    {
        Key = new("animal", new(2026, 11, 20), "/1"),
        Handler = handler,
        Start = ++starts,
        Attempt = 1,
        DueAt = DateTimeOffset.UnixEpoch,
        Deadline = DateTimeOffset.UnixEpoch,
        Market = new(Markets.Quiet),
    };
}

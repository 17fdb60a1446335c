using Kobe.Contracts;

namespace Kobe.Tests.Monitoring;

/// <summary>Runs a handler as the runner would, and keeps what it tells and publishes for its next run.</summary>
internal sealed class Attempt : IFacts, ITaskReports
{
    private readonly Dictionary<string, PublishedFact> facts = new(StringComparer.Ordinal);

    public static DateTimeOffset Now { get; } = new(2026, 11, 20, 14, 35, 0, TimeSpan.Zero);

    public HandClock Clock { get; } = new(Now);

    public MarketContext Market { get; set; } = Hosting.Markets.Quiet;

    public string Key { get; set; } = "watch@2026-11-20T09:35";

    public List<Discovery> Discoveries { get; } = [];

    public List<string> Notices { get; } = [];

    public TaskResult Run(ITaskHandler handler, object arguments) =>
        handler.RunAsync(
            new()
            {
                Key = Key,
                Task = "watch",
                DueAt = Clock.GetUtcNow(),
                Deadline = Clock.GetUtcNow().AddSeconds(30),
                Clock = Clock,
                Attempt = 1,
                Start = 1,
                Market = Market,
                ArgumentsRecord = arguments,
                Facts = this,
                Reports = this,
            },
            TestContext.Current.CancellationToken).GetAwaiter().GetResult();

    /// <summary>Runs a handler that must succeed; its facts are there for the next run.</summary>
    public TaskResult.Succeeded Succeed(ITaskHandler handler, object arguments)
    {
        var result = Run(handler, arguments);
        var succeeded = result as TaskResult.Succeeded;
        Assert.True(succeeded is not null, $"Not a success: {result}");
        foreach (var fact in succeeded.Facts)
        {
            facts[fact.Name] = new(fact.Name, fact.Value, Clock.GetUtcNow(), Key);
        }

        return succeeded;
    }

    /// <summary>The error of a run that must fail.</summary>
    public string Fail(ITaskHandler handler, object arguments) =>
        Assert.IsType<TaskResult.Failed>(Run(handler, arguments)).Error;

    /// <summary>Why a run that must be skipped was.</summary>
    public string Skip(ITaskHandler handler, object arguments) =>
        Assert.IsType<TaskResult.Skipped>(Run(handler, arguments)).Why;

    /// <summary>Publishes a fact as another task would, some time ago.</summary>
    public void Publish<T>(string name, T value, TimeSpan age = default)
    {
        var fact = Fact.Of(name, value);
        facts[name] = new(name, fact.Value, Clock.GetUtcNow() - age, "other@2026-11-20T09:00");
    }

    public PublishedFact? Find(string name) => facts.GetValueOrDefault(name);

    public void Progress(double fraction, string? text)
    {
    }

    public void Notify(Urgency urgency, string text) => Notices.Add(text);

    public void Discover(Discovery discovery) => Discoveries.Add(discovery);
}

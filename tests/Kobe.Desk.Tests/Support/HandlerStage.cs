using Kobe.Contracts;
using Kobe.Core.Markets;
using Kobe.Core.Markets.Events;
using Kobe.Desk.Sessions;

namespace Kobe.Desk.Tests.Support;

/// <summary>Runs handlers as a runner would, on a desk of made-up prices in a directory of its own: facts that one publishes the next one reads.</summary>
internal sealed class HandlerStage : IFacts, ITaskReports, IDisposable
{
    private static readonly MarketClock Market =
        new CalendarSet([BuiltInCalendars.Xnys(Zones.NewYork)], PhaseTable.BuiltIn, BuiltInEvents.Rules).Default;

    private readonly Dictionary<string, PublishedFact> _facts = new(StringComparer.Ordinal);
    private int _runs;

    public HandlerStage(DateTimeOffset now, DeskSettings? settings = null)
    {
        Time = new(now);
        Place = new(State, null, settings ?? new DeskSettings { Symbols = ["MADEUP", "ALFA", "BRAVO", "CHARL", "DELTA", "ECHO"] });
    }

    public string State { get; } = Directory.CreateTempSubdirectory("kobe-stage-").FullName;

    public SimulatedTime Time { get; }

    public DeskPlace Place { get; set; }

    public List<Discovery> Discoveries { get; } = [];

    public List<(Urgency Urgency, string Text)> Notices { get; } = [];

    public void Dispose()
    {
        DeskRoom.Close(State);
        Directory.Delete(State, recursive: true);
    }

    /// <summary>An instant of a date at the exchange, such as <c>At("2026-11-23", "09:45")</c>.</summary>
    public static DateTimeOffset At(string date, string time)
    {
        var local = DateTime.Parse($"{date}T{time}", System.Globalization.CultureInfo.InvariantCulture);
        return new DateTimeOffset(local, Zones.NewYork.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>The attempt that a handler would see now.</summary>
    public TaskContext Context(object? arguments = null, string? task = null)
    {
        Place.Use();
        var market = Market.At(Time.GetUtcNow());
        return new()
        {
            Key = $"{task ?? "stage"}@{market.Date:yyyy-MM-dd}/manual-{++_runs}",
            Task = task ?? "stage",
            DueAt = Time.GetUtcNow(),
            Deadline = Time.GetUtcNow().AddMinutes(5),
            Clock = Time,
            Attempt = 1,
            Start = 1,
            Market = market,
            ArgumentsRecord = arguments,
            Facts = this,
            Reports = this,
        };
    }

    public async Task<TaskResult> RunAsync(ITaskHandler handler, object? arguments = null, string? task = null)
    {
        var context = Context(arguments, task);
        var result = await Time.RunAsync(handler.RunAsync(context, TestContext.Current.CancellationToken));
        if (result is TaskResult.Succeeded succeeded)
        {
            foreach (var fact in succeeded.Facts)
            {
                Assert.True(MayPublish(handler, arguments, fact.Name), $"{handler.GetType().Name} publishes {fact.Name}, undeclared.");
                _facts[fact.Name] = new(fact.Name, fact.Value, Time.GetUtcNow(), context.Key);
            }
        }

        return result;
    }

    // As the runner does: what stands in its attributes, or what the arguments name.
    private static bool MayPublish(ITaskHandler handler, object? arguments, string fact) =>
        handler.GetType().GetCustomAttributes(typeof(PublishesAttribute), false).Cast<PublishesAttribute>().Any(one => one.Fact == fact)
        || arguments?.GetType().GetConstructors()[0].GetParameters()
            .Where(one => one.GetCustomAttributes(typeof(ArgumentAttribute), false).Cast<ArgumentAttribute>().Any(given => given.NamesFacts))
            .Any(one => fact != one.DefaultValue as string && fact.Equals(arguments.GetType().GetProperty(one.Name!)!.GetValue(arguments))) == true;

    /// <summary>Runs a handler that must succeed, with evidence.</summary>
    public async Task<TaskResult.Succeeded> SucceedAsync(ITaskHandler handler, object? arguments = null, string? task = null)
    {
        var result = await RunAsync(handler, arguments, task);
        var succeeded = result as TaskResult.Succeeded;
        Assert.True(succeeded is not null, $"{handler.GetType().Name}: {result}");
        Assert.False(succeeded.Evidence is { Counts.Count: 0, Outputs.Length: 0, Ids.Length: 0 }, "No evidence.");
        return succeeded;
    }

    /// <summary>Why a run that must be skipped was.</summary>
    public async Task<string> SkipAsync(ITaskHandler handler, object? arguments = null) =>
        Assert.IsType<TaskResult.Skipped>(await RunAsync(handler, arguments)).Why;

    /// <summary>Puts a fact there as if another task had published it now.</summary>
    public void Publish(Fact fact) => _facts[fact.Name] = new(fact.Name, fact.Value, Time.GetUtcNow(), "earlier@2026-01-01T00:00");

    public PublishedFact? Find(string name) => _facts.GetValueOrDefault(name);

    public void Progress(double fraction, string? text)
    {
    }

    public void Notify(Urgency urgency, string text) => Notices.Add((urgency, text));

    public void Discover(Discovery discovery) => Discoveries.Add(discovery);
}

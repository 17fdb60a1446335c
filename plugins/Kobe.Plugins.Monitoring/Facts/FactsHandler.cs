using Kobe.Contracts;
using Kobe.Plugins.Monitoring.Looks;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Monitoring.Facts;

/// <summary>Whether what others build on was published lately.</summary>
[Handler("monitoring.facts", Arguments = typeof(FactsArguments),
    About = "Finds facts that are missing, or older than allowed.")]
[Effects(Effects.None)]
public sealed class FactsHandler : ITaskHandler
{
    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        Task.FromResult(Check(context, context.Arguments<FactsArguments>()));

    private static TaskResult Check(TaskContext context, FactsArguments arguments)
    {
        if (arguments.Names.Count == 0 || arguments.Older <= TimeSpan.Zero)
        {
            return new TaskResult.Fatal("names has at least one fact, and older is longer than nothing.");
        }

        var now = context.Clock.GetUtcNow();
        var ages = arguments.Names
            .Select(name => context.Facts.Find(name) is { } fact
                ? new FactAge(name, (long)fact.Age(now).TotalSeconds, fact.By) : new(name, null, null))
            .ToList();
        if (!arguments.Missing && ages.TrueForAll(age => age.Seconds is null))
        {
            return new TaskResult.Skipped($"None of {string.Join(", ", arguments.Names)} was ever published.");
        }

        var open = OpenFindings.Tell(
            context, arguments.Fact,
            [.. ages.Select(age => Of(age, arguments)).OfType<Finding>()], arguments.Tell);
        var oldest = ages.Max(age => age.Seconds);
        return Look.Seen(
            Evidence.None.WithCount("facts", ages.Count).WithCount("known", ages.Count(age => age.Seconds is not null))
                .WithCount("too_old", open.Count).WithCount("oldest_seconds", oldest ?? 0),
            arguments.Fact,
            new FactsSight(open.Count == 0, open, oldest, ages));
    }

    private static Finding? Of(FactAge age, FactsArguments arguments) => age.Seconds switch
    {
        null => arguments.Missing ? new(age.Name, $"{age.Name} was never published.") : null,
        { } seconds when TimeSpan.FromSeconds(seconds) > arguments.Older => new(
            age.Name, $"{age.Name} is {Words.Of(TimeSpan.FromSeconds(seconds))} old, by {age.By}; "
                + $"{Words.Of(arguments.Older)} is allowed."),
        _ => null,
    };
}

using System.Text.Json;
using Kobe.Contracts;

namespace Kobe.Plugins.Maintenance.StandingLists;

/// <summary>Reviews what other tasks set aside: what stands on such a list for days wants a decision.</summary>
[Handler("maintenance.standing_list", Arguments = typeof(StandingArguments),
    About = "Reviews a fact's list of what was set aside: since when, and whether for too long.")]
[Effects(Effects.None)]
public sealed class StandingHandler : ITaskHandler
{
    // A fact has a limit of 64 KiB; an entry takes some thirty bytes.
    private const int EntriesMax = 1_000;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        Task.FromResult(Review(context, context.Arguments<StandingArguments>()));

    private static TaskResult Review(TaskContext context, StandingArguments arguments)
    {
        if (arguments.Days < 1)
        {
            return new TaskResult.Fatal($"days is {arguments.Days}: at least 1 is needed.");
        }

        if (context.Facts.Find(arguments.Source) is not { } source)
        {
            return new TaskResult.Skipped($"{arguments.Source} was never published");
        }

        if (source.Value.ValueKind != JsonValueKind.Object
            || !source.Value.TryGetProperty(arguments.Member, out var list) || list.ValueKind != JsonValueKind.Array)
        {
            return new TaskResult.Fatal($"{arguments.Source} has no list {arguments.Member}.");
        }

        var before = context.Facts.Find(arguments.Fact)?.As<Standing>();
        var today = context.Market.Date;
        var since = Standing.Dates(
            list.EnumerateArray().Select(entry => entry.ToString()).Take(EntriesMax), before?.Since, today);
        if (since.Count == 0 && before is null or { Since.Count: 0 })
        {
            return new TaskResult.Skipped($"{arguments.Source} has no {arguments.Member}, and had none");
        }

        List<string> open =
        [
            .. since.Where(entry => today.DayNumber - entry.Value.DayNumber >= arguments.Days)
                .Select(entry => entry.Key),
        ];
        if (open.Except(before?.Open ?? []).FirstOrDefault() is { } news)
        {
            context.Discover(new(
                arguments.Source, $"{news} stands among the {arguments.Member} of {arguments.Source} since "
                    + $"{since[news]:yyyy-MM-dd}"
                    + (open.Count > 1 ? $", and {open.Count - 1} more for so long." : ".")));
        }

        var many = since.Count > arguments.Limit;
        if (many && before?.Since.Count <= arguments.Limit)
        {
            context.Discover(new(
                arguments.Source,
                $"{since.Count} are {arguments.Member} by {arguments.Source}; {arguments.Limit} are usual."));
        }

        return new TaskResult.Succeeded(
            Evidence.None.WithCount("entries", since.Count).WithCount("too_long", open.Count)
                .WithCount("new", since.Count(entry => entry.Value == today)),
            Fact.Of(arguments.Fact, new Standing(open.Count == 0 && !many, open, since)));
    }
}

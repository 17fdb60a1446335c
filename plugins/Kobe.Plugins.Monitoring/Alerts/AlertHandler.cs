using Kobe.Contracts;
using Kobe.Plugins.Monitoring.Looks;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Monitoring.Alerts;

/// <summary>Whether alerts reach people: what waits, what was given up, how much was raised.</summary>
[Handler("monitoring.alerts", Arguments = typeof(AlertArguments),
    About = "Counts alerts that wait, were given up, or were raised.")]
[Effects(Effects.None)]
public sealed class AlertHandler : ITaskHandler
{
    private const string Folder = "alerts";

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<AlertArguments>();
        return Look.Take(() =>
        {
            var folder = Path.Combine(Places.State(arguments.State), Folder);
            if (!Directory.Exists(folder))
            {
                return new TaskResult.Skipped($"There is no {folder}: no channel was ever configured.");
            }

            var now = context.Clock.GetUtcNow();
            return Count(context, arguments, AlertFiles.Read(folder, arguments.What, now - arguments.Over), now);
        });
    }

    private static TaskResult.Succeeded Count(
        TaskContext context, AlertArguments arguments, IReadOnlyList<(string Of, DateTimeOffset At)> alerts,
        DateTimeOffset now)
    {
        var channels = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var (of, _) in alerts)
        {
            channels[of] = channels.GetValueOrDefault(of) + 1;
        }

        TimeSpan? oldest = alerts.Count > 0 ? now - alerts.Min(alert => alert.At) : null;
        var word = arguments.What.ToString().ToLowerInvariant();
        var shown = string.Join(", ", channels.Select(channel => $"{channel.Key} {channel.Value}"));
        var findings = new List<Finding>();
        if (arguments.What == AlertSide.Waiting && oldest > arguments.Older)
        {
            findings.Add(new("old", $"An alert waits for {Words.Of(oldest.Value)} to be told ({shown})."));
        }
        else if (arguments.What != AlertSide.Waiting && alerts.Count > arguments.Limit)
        {
            findings.Add(new(
                "many", $"{alerts.Count} alerts are {word} in {Words.Of(arguments.Over)} ({shown}); "
                    + $"{arguments.Limit} are tolerated."));
        }

        var open = OpenFindings.Tell(context, arguments.Fact, findings, arguments.Tell);
        return Look.Seen(
            Evidence.None.WithCount(word, alerts.Count).WithCount("channels", channels.Count),
            arguments.Fact,
            new AlertCount(open.Count == 0, open, alerts.Count, (long?)oldest?.TotalSeconds, channels));
    }
}

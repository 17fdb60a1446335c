using Kobe.Contracts;
using Kobe.Plugins.Monitoring.Looks;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Monitoring.LogLines;

/// <summary>How much the program warned and complained, and which part of it.</summary>
[Handler("monitoring.log", Arguments = typeof(LogArguments),
    About = "Counts warnings and errors of the log by source.")]
[Effects(Effects.None)]
public sealed class LogHandler : ITaskHandler
{
    private const int SaidMax = 300;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<LogArguments>();
        return Look.Take(() =>
        {
            var path = Path.Combine(Places.State(arguments.State), "logs", "kobe.log");
            return Window.Of(context, arguments.Stretch, arguments.Over, out var why) is not { } window
                ? new TaskResult.Skipped(why)
                : !File.Exists(path)
                    ? new TaskResult.Skipped($"There is no {path}: the log goes elsewhere.")
                    : Count(context, arguments, LogTail.Read(path, window.From, window.To), cancellation);
        });
    }

    private static TaskResult Count(
        TaskContext context, LogArguments arguments, IEnumerable<SeenLine> lines, CancellationToken cancellation)
    {
        var sources = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var (looked, last) = (0, (SeenLine?)null);
        foreach (var line in lines)
        {
            cancellation.ThrowIfCancellationRequested();
            looked++;
            if (line.Is(arguments.Level) && (arguments.Source is null || line.Source == arguments.Source))
            {
                sources[line.Source] = sources.GetValueOrDefault(line.Source) + 1;
                last = line;
            }
        }

        if (looked == 0)
        {
            return new TaskResult.Skipped("The log has nothing of that time.");
        }

        var count = sources.Values.Sum();
        var said = last?.Text is { Length: > SaidMax } text ? text[..SaidMax] + "…" : last?.Text;
        Finding[] findings = count <= arguments.Limit ? [] :
        [
            new("lines", $"The log has {count} lines of level {arguments.Level.ToString().ToLowerInvariant()} or "
                + $"worse; {arguments.Limit} are usual. The last, of {last!.Source}: {said}"),
        ];
        var open = OpenFindings.Tell(context, arguments.Fact, findings, arguments.Tell);
        return Look.Seen(
            Evidence.None.WithCount("looked", looked).WithCount("found", count).WithCount("sources", sources.Count),
            arguments.Fact, new LogSight(open.Count == 0, open, count, looked, sources, said));
    }
}

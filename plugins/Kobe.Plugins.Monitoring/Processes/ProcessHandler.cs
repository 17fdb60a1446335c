using Kobe.Contracts;
using Kobe.Plugins.Monitoring.Looks;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Monitoring.Processes;

/// <summary>Whether processes of the program were left over: runners without a brain, more runners than there are
/// lanes, ended ones that still stand in the table.</summary>
[Handler("monitoring.processes", Arguments = typeof(ProcessArguments),
    About = "Finds runners and ended processes that were left over.")]
[Effects(Effects.None)]
public sealed class ProcessHandler : ITaskHandler
{
    private const string Table = "/proc";

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<ProcessArguments>();
        return Look.Take(() => !OperatingSystem.IsLinux()
            ? new TaskResult.Skipped("Only Linux shows its processes in /proc.")
            : Count(context, arguments, ProcessTable.Read(Table)));
    }

    private static TaskResult.Succeeded Count(
        TaskContext context, ProcessArguments arguments, IReadOnlyList<FoundProcess> all)
    {
        var brain = all.FirstOrDefault(process => process.Pid == Environment.ProcessId)?.Parent ?? 0;
        var alive = all.Select(process => process.Pid).ToHashSet();
        var found = all.Where(process => process.Age >= arguments.Older && process.Is(arguments.What, brain, alive))
            .ToList();
        var word = arguments.What.ToString().ToLowerInvariant();
        var findings = found.Count <= arguments.Max ? [] : found.OrderByDescending(process => process.Age)
            .Select(process => new Finding(
                $"{process.Pid}",
                $"{found.Count} {word}, {arguments.Max} are right; process {process.Pid} is there for "
                    + $"{Words.Of(process.Age)} and belongs to {process.Parent}."));
        var open = OpenFindings.Tell(context, arguments.Fact, [.. findings], arguments.Tell);
        return Look.Seen(
            Evidence.None.WithCount("processes", all.Count).WithCount(word, found.Count),
            arguments.Fact,
            new ProcessSight(
                open.Count == 0, open, [.. found.Select(process => process.Pid)],
                found.Count == 0 ? null : (long)found.Max(process => process.Age).TotalSeconds));
    }
}

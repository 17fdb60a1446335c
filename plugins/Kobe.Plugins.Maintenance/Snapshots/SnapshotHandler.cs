using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kobe.Contracts;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Maintenance.Snapshots;

/// <summary>Keeps the brain's views of one moment together, so that a person can look at it later.</summary>
[Handler("maintenance.snapshot", Arguments = typeof(SnapshotArguments),
    About = "Keeps a picture of heartbeat, queue and runs.")]
[Effects(Effects.Idempotent)]
public sealed class SnapshotHandler : ITaskHandler
{
    private static readonly string[] Views = ["heartbeat", "brain_state", "task_queue", "scheduler_state"];

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation) =>
        Task.FromResult(Keep(context, Places.State(context.Arguments<SnapshotArguments>().State)));

    private static TaskResult Keep(TaskContext context, string state)
    {
        var picture = new JsonObject { ["key"] = context.Key, ["at"] = context.Clock.GetUtcNow() };
        var kept = 0;
        foreach (var view in Views)
        {
            if (StateFile.Read(Path.Combine(state, view + ".json"), out var problem) is { } found)
            {
                picture[view] = JsonObject.Create(found);
                kept++;
            }
            else if (problem is not null)
            {
                return new TaskResult.Failed(problem);
            }
        }

        if (kept == 0)
        {
            return new TaskResult.Skipped($"{state} has none of the brain's views yet");
        }

        // Named by the due time, so that a repeated attempt replaces its own picture.
        var due = context.DueAt.UtcDateTime;
        var path = Path.Combine(
            state, "snapshots", due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            due.ToString("HHmmss", CultureInfo.InvariantCulture) + ".json");
        try
        {
            OwnerFile.Replace(path, JsonSerializer.SerializeToUtf8Bytes(picture));
            return new TaskResult.Succeeded(
                Evidence.None.WithCount("views", kept).WithOutput(Output.OfFile(path)));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return new TaskResult.Failed($"{path} can't be written: {refused.Message}");
        }
    }
}

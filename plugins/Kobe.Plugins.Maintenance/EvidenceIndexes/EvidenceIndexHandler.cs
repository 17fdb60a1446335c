using System.Text;
using System.Text.Json;
using Kobe.Contracts;
using Kobe.Plugins.Journals;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Maintenance.EvidenceIndexes;

/// <summary>Lists every file that a date's attempts wrote, with its hash: what can be proved later.</summary>
[Handler("maintenance.evidence_index", Arguments = typeof(EvidenceArguments),
    About = "Lists the files that a date's attempts wrote, with their hashes.")]
[Effects(Effects.Idempotent)]
public sealed class EvidenceIndexHandler : ITaskHandler
{
    private const int DaysMax = 60;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<EvidenceArguments>();
        try
        {
            return Task.FromResult(arguments.Days is < 0 or > DaysMax
                ? new TaskResult.Fatal($"days is {arguments.Days}: it lies between 0 and {DaysMax}.")
                : Index(context, arguments.Days, Places.State(arguments.State), cancellation));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or JsonException)
        {
            return Task.FromResult<TaskResult>(
                new TaskResult.Failed($"The evidence can't be listed: {refused.Message}"));
        }
    }

    private static TaskResult Index(TaskContext context, int days, string state, CancellationToken cancellation)
    {
        var local = context.DueAt.ToOffset(context.Market.Timestamp.Offset);
        var date = DateOnly.FromDateTime(local.DateTime).AddDays(-days);
        var from = new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), local.Offset).ToUniversalTime();
        var text = new StringBuilder();
        var (files, bytes, tasks) = (0, 0L, new SortedSet<string>(StringComparer.Ordinal));
        foreach (var line in new JournalSpan(state, from, from.AddDays(1)).Whole(cancellation))
        {
            foreach (var one in EvidenceFiles.Of(line).Where(one => one.At >= from && one.At < from.AddDays(1)))
            {
                text.Append(JsonSerializer.Serialize(one)).Append('\n');
                files++;
                bytes += one.Bytes;
                tasks.Add(one.Key.Split('@')[0]);
            }
        }

        if (files == 0)
        {
            return new TaskResult.Skipped($"no attempt of {date:yyyy-MM-dd} wrote a file");
        }

        var path = Path.Combine(state, EvidenceFiles.Folder, $"{date:yyyy-MM-dd}.jsonl");
        OwnerFile.Replace(path, Encoding.UTF8.GetBytes(text.ToString()));
        return new TaskResult.Succeeded(
            Evidence.None.WithCount("files", files).WithCount("bytes", bytes).WithCount("tasks", tasks.Count)
                .WithOutput(Output.OfFile(path)));
    }
}

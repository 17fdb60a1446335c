using System.Text.Json;
using Kobe.Contracts;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Maintenance.Months;

/// <summary>Checks a month of the journal, and writes down what it was; a month that changes later is a
/// forgery or a damage.</summary>
[Handler("maintenance.journal_month", Arguments = typeof(MonthArguments),
    About = "Checks a past month of the journal line by line, and against its record.")]
[Effects(Effects.Idempotent)]
public sealed class MonthHandler : ITaskHandler
{
    private const int BackMax = 120;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<MonthArguments>();
        try
        {
            return Task.FromResult(Check(context, arguments, Places.State(arguments.State), cancellation));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or JsonException)
        {
            return Task.FromResult<TaskResult>(
                new TaskResult.Failed($"The month can't be checked: {refused.Message}"));
        }
    }

    private static TaskResult Check(
        TaskContext context, MonthArguments arguments, string state, CancellationToken cancellation)
    {
        if (arguments.Back is < 1 or > BackMax)
        {
            return new TaskResult.Fatal($"back is {arguments.Back}: it lies between 1, the last month, and {BackMax}.");
        }

        var local = DateOnly.FromDateTime(context.DueAt.ToOffset(context.Market.Timestamp.Offset).DateTime);
        var month = new DateOnly(local.Year, local.Month, 1).AddMonths(-arguments.Back);
        var found = MonthReader.Read(state, month, out var problem, cancellation);
        if (problem is not null)
        {
            return new TaskResult.Fatal(
                $"The journal of {found.Month} is damaged: {problem}. Compare it with a backup.");
        }

        if (found.Days.Count == 0)
        {
            return new TaskResult.Skipped($"the journal has nothing of {found.Month}");
        }

        var path = Path.Combine(state, "audit", "months", found.Month + ".json");
        var again = File.Exists(path);
        if (again)
        {
            var written = JsonSerializer.Deserialize<ArchivedMonth>(File.ReadAllBytes(path))!;
            if (written.Differences(found).FirstOrDefault() is { } difference)
            {
                return new TaskResult.Fatal(
                    $"The journal of {found.Month} was changed since it was over: {difference}. Compare it with a "
                    + "backup.");
            }
        }
        else
        {
            OwnerFile.Replace(path, JsonSerializer.SerializeToUtf8Bytes(found));
        }

        return new TaskResult.Succeeded(
            Evidence.None.WithCount("files", found.Days.Count).WithCount("lines", found.Lines)
                .WithCount("held_against_record", again ? 1 : 0).WithOutput(Output.OfFile(path)),
            Fact.Of(arguments.Fact, new MonthSeen(found.Month, found.Days.Count, found.Lines, again)));
    }
}

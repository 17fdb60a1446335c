using Kobe.Contracts;
using Kobe.Plugins.Journals;
using Kobe.Plugins.State;

namespace Kobe.Plugins.Maintenance.Exports;

/// <summary>Writes a date's history as a table that any spreadsheet opens.</summary>
[Handler("maintenance.export", Arguments = typeof(ExportArguments),
    About = "Writes a date's attempts, ends, changes or tasks as CSV.")]
[Effects(Effects.Idempotent)]
public sealed class ExportHandler : ITaskHandler
{
    private const int DaysMax = 60;

    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<ExportArguments>();
        var state = Places.State(arguments.State);
        if (arguments.Days is < 0 or > DaysMax || Inside.Of(state, arguments.Folder) is not { } folder)
        {
            return Task.FromResult<TaskResult>(new TaskResult.Fatal(
                $"days is {arguments.Days} and folder is {arguments.Folder}: days lie between 0 and {DaysMax}, and the "
                + "folder is one of the state directory."));
        }

        try
        {
            return Task.FromResult(Export(context, arguments, state, folder, cancellation));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return Task.FromResult<TaskResult>(
                new TaskResult.Failed($"The history can't be exported: {refused.Message}"));
        }
    }

    private static TaskResult Export(
        TaskContext context, ExportArguments arguments, string state, string folder, CancellationToken cancellation)
    {
        var local = context.DueAt.ToOffset(context.Market.Timestamp.Offset);
        var date = DateOnly.FromDateTime(local.DateTime).AddDays(-arguments.Days);
        var from = new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), local.Offset).ToUniversalTime();
        var span = new JournalSpan(state, from, from.AddDays(1));
        var table = DayTable.Of(arguments.What, span.Notes(cancellation, DayTable.Events(arguments.What)));
        var word = arguments.What.ToString().ToLowerInvariant();
        if (table.Rows == 0)
        {
            return new TaskResult.Skipped($"the journal has no {word} of {date:yyyy-MM-dd}");
        }

        var path = Path.Combine(folder, $"{word}-{date:yyyy-MM-dd}.csv");
        OwnerFile.Replace(path, table.Bytes);
        return new TaskResult.Succeeded(
            Evidence.None.WithCount("rows", table.Rows).WithCount("lines", span.Lines)
                .WithOutput(Output.OfFile(path)));
    }
}

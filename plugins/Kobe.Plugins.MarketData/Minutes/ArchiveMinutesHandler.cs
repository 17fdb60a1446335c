using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Minutes;

/// <summary>Stores the minute bars of complete sessions, and lists the minutes in which nothing traded.</summary>
[Handler("marketdata.archive_minutes", Arguments = typeof(ArchiveArguments),
    About = "Stores minute bars of complete sessions and lists their holes.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class ArchiveMinutesHandler : ITaskHandler
{
    internal const string FactName = "bars.minutes";

    private const int SessionsMax = 30;

    /// <inheritdoc/>
    public async Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<ArchiveArguments>();
        if (arguments.Sessions is < 1 or > SessionsMax)
        {
            return new TaskResult.Fatal($"sessions is {arguments.Sessions}: it is 1 to {SessionsMax}.");
        }

        var desk = DeskSession.Of(context);
        var watched = Watched.Of(desk, context.Facts, arguments.Scope, arguments.Sector);
        if (watched.Nothing is { } nothing)
        {
            return new TaskResult.Skipped(nothing);
        }

        var holes = new List<SessionHoles>();
        var (added, known) = (0L, 0L);
        foreach (var day in desk.LastSessions(arguments.Sessions))
        {
            foreach (var symbol in watched.Symbols)
            {
                cancellation.ThrowIfCancellationRequested();
                var reading = await desk.Source.MinutesAsync(symbol, day.Date, desk.Now, cancellation);
                if (reading.Series is not { } minutes)
                {
                    return new TaskResult.Failed($"The minutes of {symbol} can't be read: {reading.Errors[0]}");
                }

                if (minutes.Count > 0)
                {
                    var report = desk.Store.Append(minutes);
                    (added, known) = (added + report.Added, known + report.Known);
                }

                if (SessionHoles.Of(minutes, day.Date, day.Session!) is { Missing: > 0 } found)
                {
                    holes.Add(found);
                }
            }
        }

        if (added + known == 0)
        {
            return new TaskResult.Skipped("the source has no minutes of these sessions");
        }

        var path = DeskFile.At(desk, "minutes", $"{arguments.Fact}-{DeskFile.Name(desk.Today)}.json");
        var missing = holes.Sum(one => one.Missing);
        return new TaskResult.Succeeded(
            Evidence.None.WithCount("symbols", watched.Symbols.Count).WithCount("added", added)
                .WithCount("known", known).WithCount("missing", missing)
                .WithOutput(DeskFile.WriteTable(desk, path, holes)),
            Fact.Of(arguments.Fact, new
            {
                Date = desk.LastComplete()!.Date,
                Symbols = watched.Symbols.Count,
                Added = added,
                Missing = missing,
                Synthetic = desk.Source.IsSynthetic,
            }));
    }
}

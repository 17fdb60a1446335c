using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Minutes;

/// <summary>Stores longer intraday bars of the last complete session, made of its minutes.</summary>
[Handler("marketdata.resample", Arguments = typeof(ResampleArguments),
    About = "Makes longer intraday bars of the last session's minutes and stores them.")]
[Effects(Effects.Idempotent)]
[Publishes(FactName)]
public sealed class ResampleHandler : ITaskHandler
{
    internal const string FactName = "bars.resampled";

    /// <inheritdoc/>
    public async Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<ResampleArguments>();
        if (arguments.Minutes is < 2 or > 240)
        {
            return new TaskResult.Fatal($"minutes is {arguments.Minutes}: it is 2 to 240.");
        }

        var desk = DeskSession.Of(context);
        var watched = Watched.Of(desk, context.Facts, arguments.Scope);
        if (watched.Nothing is { } nothing || desk.LastComplete() is not { } day)
        {
            return new TaskResult.Skipped(watched.Nothing ?? "no session has ended yet");
        }

        var (added, known, refused) = (0, 0, 0);
        foreach (var symbol in watched.Symbols)
        {
            cancellation.ThrowIfCancellationRequested();
            var reading = await desk.Source.MinutesAsync(symbol, day.Date, desk.Now, cancellation);
            if (reading.Series is { Count: > 0 } minutes)
            {
                var report = desk.Store.Append(LongerBars.Of(minutes, day.Session!, arguments.Minutes));
                (added, known, refused) =
                    (added + report.Added, known + report.Known, refused + report.Refused.Count);
            }
        }

        return added + known == 0
            ? new TaskResult.Skipped($"the source has no minutes of {day.Date:yyyy-MM-dd}")
            : new TaskResult.Succeeded(
                Evidence.None.WithCount("symbols", watched.Symbols.Count).WithCount("added", added)
                    .WithCount("known", known).WithCount("refused", refused),
                Fact.Of(arguments.Fact, new
                {
                    day.Date,
                    arguments.Minutes,
                    Added = added,
                    Synthetic = desk.Source.IsSynthetic,
                }));
    }
}

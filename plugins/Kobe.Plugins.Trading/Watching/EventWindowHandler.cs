using Kobe.Contracts;
using Kobe.Plugins.Trading.Desks;
using Kobe.Plugins.Trading.Exits;

namespace Kobe.Plugins.Trading.Watching;

/// <summary>Keeps entries away from an event: takes the open ones back and makes no new ones until it is
/// over.</summary>
[Handler("trading.event_window", Arguments = typeof(EventWindowArguments),
    About = "No entries around an event; those that wait are taken back.")]
[Effects(Effects.Orders)]
[Publishes(EventWindow.FactName)]
public sealed class EventWindowHandler : IReconcilingHandler
{
    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var minutes = context.Arguments<EventWindowArguments>().Minutes;
        return minutes is < 1 or > 480
            ? Task.FromResult<TaskResult>(new TaskResult.Fatal($"minutes is {minutes}; write 1 to 480."))
            : TradingRun.DoAsync(context, run => OpenAsync(run, minutes, cancellation), cancellation);
    }

    /// <inheritdoc/>
    public Task<ReconcileAnswer> ReconcileAsync(ReconcileContext context, CancellationToken cancellation) =>
        // Nothing is sent; what was taken back is gone, and the window must be told in any case.
        Task.FromResult(ReconcileAnswer.NotDone);

    private static async Task<TaskResult> OpenAsync(TradingRun run, int minutes, CancellationToken cancellation)
    {
        var until = run.Context.DueAt.AddMinutes(minutes);
        var names = run.Context.Market.Events.Where(one => one.At >= run.Context.DueAt && one.At <= until)
            .Select(one => one.Name).DefaultIfEmpty("event").Distinct();
        var window = new EventWindow(run.Now, until, string.Join(", ", names));
        var taken = await OwnEntries.TakeBackAsync(run, _ => true, cancellation);
        return new TaskResult.Succeeded(
            Evidence.None.WithCount("taken_back", taken.Count).WithCount("minutes", minutes)
                .WithId("until", $"{until:u}").WithId("event", window.Why),
            Fact.Of(EventWindow.FactName, window));
    }
}

using Kobe.Contracts;
using Kobe.Desk.Sessions;
using Kobe.Plugins.MarketData.Watching;

namespace Kobe.Plugins.MarketData.Live;

/// <summary>Measures what the index did over a stretch that people look at, such as the European close.</summary>
[Handler("marketdata.index_move", Arguments = typeof(IndexMoveArguments),
    About = "Measures move, range and volume of the index over the minutes before the due time.")]
[Effects(Effects.None)]
[Publishes(FactName)]
public sealed class IndexMoveHandler : ITaskHandler
{
    internal const string FactName = "index.move";

    /// <inheritdoc/>
    public async Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<IndexMoveArguments>();
        if (arguments.Minutes is < 1 or > 390)
        {
            return new TaskResult.Fatal($"minutes is {arguments.Minutes}: it is 1 to 390.");
        }

        var desk = DeskSession.Of(context);
        var minutes = await desk.TodayAsync(desk.Source.Index, cancellation);
        var until = context.DueAt < desk.Now ? context.DueAt : desk.Now;
        var move = IndexMove.Of(
            minutes, until, arguments.Minutes, desk.CloseBefore(desk.Source.Index, desk.Today));
        return move is null
            ? new TaskResult.Skipped($"{desk.Source.Index} has not traded in these minutes")
            : new TaskResult.Succeeded(
                Evidence.None.WithCount("minutes", move.Minutes)
                    .WithId("move", FormattableString.Invariant($"{move.Symbol} {100 * move.Share:+0.00;-0.00} %")),
                Fact.Of(arguments.Fact, move));
    }
}

using Kobe.Contracts;
using Kobe.Plugins.Facts;
using Kobe.Plugins.Trading.Desks;

namespace Kobe.Plugins.Trading.Exits;

/// <summary>Closes the positions that are due for one reason.</summary>
[Handler("trading.exits", Arguments = typeof(ExitsArguments),
    About = "Closes what is due: stop, target, trail, idle, planned, overdue or earnings.")]
[Effects(Effects.Orders)]
public sealed class ExitsHandler : IReconcilingHandler
{
    /// <inheritdoc/>
    public Task<TaskResult> RunAsync(TaskContext context, CancellationToken cancellation)
    {
        var arguments = context.Arguments<ExitsArguments>();
        return arguments.GiveBack is <= 0 or > 100 || arguments.From < 0 || arguments.Minutes < 1
            ? Task.FromResult<TaskResult>(new TaskResult.Fatal(
                "give_back must lie above 0 and up to 100 (percent), from at 0 or above, minutes at 1 or above."))
            : TradingRun.DoAsync(context, run => ExitAsync(run, arguments, cancellation), cancellation);
    }

    /// <inheritdoc/>
    public Task<ReconcileAnswer> ReconcileAsync(ReconcileContext context, CancellationToken cancellation) =>
        OrderTrace.AskAsync(context, run => Closing.RemainsAsync(run, cancellation), cancellation);

    private static async Task<TaskResult> ExitAsync(
        TradingRun run, ExitsArguments arguments, CancellationToken cancellation)
    {
        var held = await run.PositionsAsync(cancellation);
        if (held.Count == 0)
        {
            return new TaskResult.Skipped("nothing is held");
        }

        var planned = arguments.Kind == ExitKind.Planned ? ExitIntents.Of(run.Folder, run.Today) : null;
        if (arguments.Kind == ExitKind.Planned && planned is not { Exits.Count: > 0 })
        {
            return new TaskResult.Skipped("nothing was decided after the last close");
        }

        run.Book.TakeUp(held, run.Now);
        run.Book.Save();
        var reports = TodayFacts.Texts(run.Context, "earnings.today", "blackout");
        var reasons = planned?.Exits.ToDictionary(one => one.Symbol, one => one.Why, StringComparer.Ordinal) ?? [];
        var due =
            from position in held
            let meant = run.Book.Find(position.Symbol)
            where meant is not null
            let why = ExitRule.Why(
                arguments, position, meant, run.Now, run.SessionsSince(run.DateOf(meant.OpenedAt)), reasons, reports)
            where why is not null
            select (position.Symbol, why);
        return await Closing.DoAsync(
            run, [.. due], Evidence.None.WithCount("looked_at", held.Count), cancellation);
    }
}

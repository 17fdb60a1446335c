using Kobe.Contracts;
using Kobe.Desk.Brokers;
using Kobe.Desk.Orders;

namespace Kobe.Plugins.Trading.Entries;

/// <summary>The order by which an idea is entered; pure.</summary>
/// <remarks>
/// What stays overnight brings a stop that stays, too (good till cancelled); its unfilled rest is taken back before the
/// close by a task of its own. A day trade's stop and target end with the day. The opening auction takes no stop along:
/// it is placed as soon as the shares are there.
/// </remarks>
internal static class EntryOrder
{
    // A limit just above the ask trades at once, and not at any price if the quote moves away.
    private const decimal Reach = 0.001m;

    /// <summary>Makes the intent.</summary>
    /// <param name="context">The attempt.</param>
    /// <param name="setup">The way of the entry.</param>
    /// <param name="candidate">The idea.</param>
    /// <param name="quantity">Shares.</param>
    /// <param name="ask">What a share costs now, dollars.</param>
    /// <param name="chase">How far above the planned price may be paid, as a share.</param>
    /// <param name="correlations">How the symbol goes with what is held.</param>
    public static OrderIntent Of(
        TaskContext context, EntrySetup setup, Candidate candidate, long quantity, decimal ask, decimal chase,
        IReadOnlyDictionary<string, double> correlations)
    {
        var limit = LimitOf(setup, candidate, ask, chase);
        var auction = setup == EntrySetup.Opening;
        return new()
        {
            Key = context.Key,
            Leg = $"enter-{candidate.Symbol}",
            Task = context.Task,
            Kind = IntentKind.Entry,
            Symbol = candidate.Symbol,
            Side = OrderSide.Buy,
            Quantity = quantity,
            Type = OrderType.Limit,
            LimitPrice = limit,
            TimeInForce = auction ? TimeInForce.Opg : candidate.IsDayTrade ? TimeInForce.Day : TimeInForce.Gtc,
            StopLoss = auction ? null : candidate.Stop,
            TakeProfit = auction || candidate.Target is not { } target || target <= limit * 1.001m ? null : target,
            PlannedStop = candidate.Stop,
            Sector = candidate.Sector,
            NamesPhase = setup is EntrySetup.Opening or EntrySetup.Swing,
            Correlations = correlations,
        };
    }

    /// <summary>The highest price that is paid, dollars a share.</summary>
    public static decimal LimitOf(EntrySetup setup, Candidate candidate, decimal ask, decimal chase)
    {
        var most = candidate.Entry * (1 + chase);
        return setup == EntrySetup.Opening ? most : Math.Min(most, ask * (1 + Reach));
    }
}

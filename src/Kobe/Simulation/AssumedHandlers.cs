using Kobe.Contracts;
using Kobe.Core.Catalogues;
using Kobe.Core.Schedules;

namespace Kobe.Simulation;

/// <summary>What handlers can do where no catalogue of plugins is known: the least that the rows themselves ask
/// for.</summary>
internal static class AssumedHandlers
{
    /// <summary>Trading rows send orders and can be asked; all other work is idempotent.</summary>
    public static Catalogue Of(Schedule schedule)
    {
        var handlers = new Dictionary<string, HandlerRecord>(StringComparer.Ordinal);
        foreach (var task in schedule.Tasks)
        {
            var trades = task.Category == Category.Trading;
            var asks = trades || task.OnUnknown is OnUnknown.Reconcile or OnUnknown.ReconcileElseAlert;
            handlers.TryGetValue(task.Run, out var known);
            handlers[task.Run] = new HandlerRecord(
                task.Run, "assumed",
                trades || known?.Effects == Effects.Orders ? Effects.Orders : Effects.Idempotent,
                asks || known?.Reconciles == true, "", [], []);
        }

        return new Catalogue("", [], [.. handlers.Values.OrderBy(handler => handler.Name, StringComparer.Ordinal)]);
    }
}

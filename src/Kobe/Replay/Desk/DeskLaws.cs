using Kobe.Brain;
using Kobe.Contracts;
using Kobe.Core.Runs;
using Kobe.Core.Schedules;
using Kobe.Replay.Cards;

namespace Kobe.Replay.Desk;

/// <summary>What must hold of the desk's orders and its account. Source: semantics, "The market".</summary>
internal sealed class DeskLaws
{
    private const int CasesKept = 20;

    // Instants of the journal are whole milliseconds.
    private static readonly TimeSpan Rounding = TimeSpan.FromMilliseconds(1);

    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _cases = [];

    /// <summary>How often something was looked at.</summary>
    public long Checked { get; private set; }

    /// <summary>How often it was wrong.</summary>
    public long Broken { get; private set; }

    /// <summary>The first cases, a sentence each.</summary>
    public IReadOnlyList<string> Cases => _cases;

    /// <summary>Holds a day against them.</summary>
    /// <param name="day">The desk at its end.</param>
    /// <param name="cards">What became of occurrences.</param>
    /// <param name="roster">The schedule in force.</param>
    public void Look(DeskDay day, DayCards cards, Roster roster)
    {
        Hold(day.LedgerEqualsBroker, $"{day.Date:yyyy-MM-dd}: the desk's own account is not the broker's");
        foreach (var order in day.Orders.Where(order => order.WasSent))
        {
            Hold(_ids.Add(order.ClientOrderId), $"{order.ClientOrderId} was used for two orders");
            var isKnown = OccurrenceKey.TryParse(order.Key, out var key);
            Hold(
                isKnown && WasRunning(cards.Of(key.Date).Find(key), order.At),
                $"{Name(order)} was sent while its task did not run");
            if (isKnown && roster.Find(key.Task) is { } task)
            {
                var market = (roster.Calendars.Find(task.Calendar) ?? roster.Calendars.Default).At(order.At);
                Hold(WhyNot(task, market) is null, $"{Name(order)}: {WhyNot(task, market)}");
            }
        }
    }

    private static string Name(ReplayedOrder order) =>
        $"the order to {order.Side} {order.Quantity} {order.Symbol} of {order.Key} at {order.At:O}";

    // A doubt about an attempt is resolved under its key, too, after its end.
    private static bool WasRunning(ReplayedRun? run, DateTimeOffset at) => run is not null
        && run.Starts.Count > 0 && at >= run.Starts[0] - Rounding && !(at > run.EndedAt + Rounding);

    // What protects a position may be placed at any hour: it rests at the broker until the session.
    private static string? WhyNot(ScheduledTask task, MarketContext market) => task switch
    {
        { Category: not Category.Trading } => "its row is not of the category trading",
        { Kind: not TaskKind.Entry } => null,
        _ => market.Entries switch
        {
            EntryPolicy.Free => null,
            EntryPolicy.Named when task.Phases != PhaseSet.All && task.Phases.Contains(market.Phase) => null,
            _ => $"no entry is allowed in {market.Phase}",
        },
    };

    private void Hold(bool holds, string what)
    {
        Checked++;
        if (holds)
        {
            return;
        }

        Broken++;
        if (_cases.Count < CasesKept)
        {
            _cases.Add(what + ".");
        }
    }
}

namespace Kobe.Brain;

/// <summary>Gives the memory back that a start or a reload needed, in the first quiet seconds behind it.</summary>
/// <remarks>
/// Reading and checking a schedule leaves some 20 MB that are of no use to a brain at rest, and a process that
/// allocates little collects them hours later, if ever. A collection takes some 20 ms: it waits until nothing is due.
/// </remarks>
internal sealed class Leftovers
{
    // The spare runner, the audit and the web side come up in the first seconds.
    private const int QuietTurns = 5;

    private readonly BrainLoop _loop;
    private readonly Action _collect;
    private Roster? _cleared;
    private int _quiet;

    private Leftovers(BrainLoop loop, Action collect) => (_loop, _collect) = (loop, collect);

    /// <summary>Looks at the end of each turn of a loop whether it is time.</summary>
    /// <param name="loop">The loop.</param>
    /// <param name="collect">What gives the memory back; null: the runtime's own collection.</param>
    public static void Watch(BrainLoop loop, Action? collect = null)
    {
        var leftovers = new Leftovers(loop, collect ?? Collect);
        loop.Turned += _ => leftovers.Look();
    }

    private void Look()
    {
        var state = _loop.State;
        if (ReferenceEquals(state.Roster, _cleared))
        {
            return;
        }

        _quiet = state.Lane is null && _loop.NextWake(bounded: true) >= WakeTime.Pace ? _quiet + 1 : 0;
        if (_quiet >= QuietTurns)
        {
            (_cleared, _quiet) = (state.Roster, 0);
            _collect();
        }
    }

    private static void Collect() =>
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
}

namespace Kobe.Brain;

/// <summary>Gives the memory back that a start or a reload needed, in the first quiet seconds behind it.</summary>
/// <remarks>
/// Reading and checking a schedule leaves some 20 MB that are of no use to a brain at rest, and a process that
/// allocates little collects them hours later, if ever. A collection takes some 20 ms: it waits until nothing is due.
/// </remarks>
/// <param name="loop">Whose turns are looked at.</param>
/// <param name="collect">What gives the memory back; null: the runtime's own collection.</param>
internal sealed class Leftovers(BrainLoop loop, Action? collect = null)
{
    // The spare runner, the audit and the web side come up in the first seconds.
    private const int QuietTurns = 5;

    private readonly Action _collect = collect ?? Collect;
    private Roster? _cleared;
    private int _quiet;

    /// <summary>Looks whether it is time; called at the end of each turn.</summary>
    public void Look()
    {
        var state = loop.State;
        if (ReferenceEquals(state.Roster, _cleared))
        {
            return;
        }

        _quiet = state.Lane is null && loop.NextWake(bounded: true) >= WakeTime.Pace ? _quiet + 1 : 0;
        if (_quiet >= QuietTurns)
        {
            (_cleared, _quiet) = (state.Roster, 0);
            _collect();
        }
    }

    private static void Collect() =>
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
}

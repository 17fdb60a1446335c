using Kobe.Brain;
using Kobe.Logging;
using Kobe.Operation;
using Kobe.Views;

namespace Kobe.Replay;

/// <summary>The files that people and handlers read, kept in step with the replay's clock: before an attempt starts,
/// when the last heartbeat is older than one may be, and other views older than five minutes.</summary>
internal sealed class ReplayViews
{
    // A minute of the replay is some milliseconds: writing hundreds of kilobytes in each would be most of its work.
    private static readonly TimeSpan ViewsEvery = TimeSpan.FromMinutes(5);

    private readonly BrainLoop _loop;
    private readonly SnapshotMaker _snapshots;
    private readonly Pulse _pulse;
    private readonly ViewWriter _views;
    private readonly TimeSpan _interval;
    private TimeSpan? _last;
    private TimeSpan? _lastViews;

    public ReplayViews(BrainLoop loop, string state, TimeProvider time, TimeSpan interval, Log log)
    {
        var board = new BrainBoard(time);
        _loop = loop;
        _interval = interval;
        _snapshots = new(board, time);
        _pulse = new(board, Path.Combine(state, Pulse.FileName), TimeSpan.Zero, log, AtomicFile.WriteUnsynced);
        _views = new(state, board, log, AtomicFile.WriteUnsynced);
    }

    public void Look()
    {
        var mono = _loop.State.Clock.Mono;
        if (_last is { } last && mono - last < _interval)
        {
            return;
        }

        _last = mono;
        _snapshots.Show(_loop);
        _pulse.Beat();
        if (!(mono - _lastViews < ViewsEvery))
        {
            _lastViews = mono;
            _views.WriteChanged();
        }
    }
}

using System.Runtime.CompilerServices;
using Kobe.Core.Markets;
using Kobe.Core.Planning.Deciding;
using Kobe.Core.Schedules;

namespace Kobe.Core.Queueing;

/// <summary>All occurrences that wait: those in the order, and those held back for a reason.</summary>
/// <remarks>Pure: time is an argument, and the same calls in the same order give the same queue.</remarks>
/// <param name="order">Which of two that could start comes first; <see cref="QueueOrder"/> says.</param>
public sealed class RunQueue(Comparison<Waiter> order)
{
    private readonly WaiterHeap<ReadyRank> _ready = new(new(order));
    private readonly WaiterHeap<TimeRank> _time = new(default);
    private readonly WaiterHeap<ExpiryRank> _expiry = new(default);
    private readonly WaiterHeap<RiseRank> _rise = new(default);

    // A task's list stays when it is empty: it is wanted again the next day.
    private readonly Dictionary<string, List<Waiter>> _byTask = new(StringComparer.Ordinal);
    private readonly List<Waiter> _held = [];

    // A row is asked about several times in a row.
    private (string? Task, List<Waiter>? Same) _last;

    /// <summary>How many wait, held back or not.</summary>
    public int Count => _expiry.Count;

    /// <summary>Everything that waits, in no order; valid until the queue changes.</summary>
    public ReadOnlySpan<Waiter> All => _expiry.Items;

    /// <summary>How many could start now.</summary>
    public int ReadyCount => _ready.Count;

    /// <summary>Those that could start now, in no particular order.</summary>
    public ReadOnlySpan<Waiter> Ready => _ready.Items;

    /// <summary>The first in the order, or null.</summary>
    public Waiter? First => _ready.First;

    /// <summary>Puts an occurrence in.</summary>
    /// <param name="waiter">A new waiter.</param>
    /// <param name="now">The present (UTC).</param>
    public void Add(Waiter waiter, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(waiter);
        _expiry.Add(waiter);
        var task = waiter.Key.Task;
        if (Same(task) is not { } same)
        {
            _byTask[task] = same = [];
            _last = (task, same);
        }

        same.Add(waiter);
        waiter.Same = same;
        Rank(waiter, now);
        AddByTime(waiter, now);
    }

    /// <summary>Takes an occurrence out, wherever it stands.</summary>
    /// <param name="waiter">One that is in the queue.</param>
    public void Remove(Waiter waiter)
    {
        ArgumentNullException.ThrowIfNull(waiter);
        _expiry.Remove(waiter);
        _ready.Remove(waiter);
        _time.Remove(waiter);
        _rise.Remove(waiter);
        if (waiter.Hold is not (Hold.None or Hold.Time))
        {
            _held.Remove(waiter);
        }

        waiter.Same.Remove(waiter);
    }

    /// <summary>Holds one back that stands in the order.</summary>
    /// <param name="waiter">One that is ready.</param>
    /// <param name="hold">Why.</param>
    /// <param name="waitingFor">What exactly, for people.</param>
    /// <param name="now">The present (UTC).</param>
    public void HoldBack(Waiter waiter, Hold hold, string waitingFor, DateTimeOffset now)
    {
        HoldBack(waiter, hold, now);
        waiter.HeldFor = waitingFor;
    }

    /// <summary>Holds one back that stands in the order, for its needs.</summary>
    /// <param name="waiter">One that is ready.</param>
    /// <param name="missing">What its row asks for and is not there.</param>
    /// <param name="now">The present (UTC).</param>
    public void HoldBack(Waiter waiter, RequirementState missing, DateTimeOffset now)
    {
        HoldBack(waiter, Hold.Needs, now);
        waiter.Missing = missing;
    }

    /// <summary>Puts all that were held back for a reason into the order again, to be looked at anew.</summary>
    /// <param name="hold">The reason.</param>
    /// <param name="now">The present (UTC).</param>
    public void Release(Hold hold, DateTimeOffset now)
    {
        var kept = 0;
        for (var i = 0; i < _held.Count; i++)
        {
            var waiter = _held[i];
            if (waiter.Hold != hold)
            {
                _held[kept++] = waiter;
                continue;
            }

            if (hold == Hold.Needs && now > waiter.HeldSince)
            {
                waiter.NeedsWait += now - waiter.HeldSince;
            }

            waiter.HeldFor = null;
            waiter.Missing = null;
            AddByTime(waiter, now);
        }

        _held.RemoveRange(kept, _held.Count - kept);
    }

    /// <summary>Lets time pass: retries come due, waiting raises priorities.</summary>
    /// <param name="now">The present (UTC).</param>
    public void AdvanceTo(DateTimeOffset now)
    {
        while (_time.First is { } due && due.ReadyTicks <= now.UtcTicks)
        {
            _time.Remove(due);
            due.Hold = Hold.None;
            _ready.Add(due);
        }

        while (_rise.First is { } rising && rising.RiseTicks <= now.UtcTicks)
        {
            RankAnew(rising, now);
        }
    }

    /// <summary>When the first retry or snooze comes due (UTC), or null.</summary>
    public DateTimeOffset? NextReadyAt => _time.First?.ReadyAt;

    /// <summary>The clock was set back: what has not fallen due by it waits until it has.</summary>
    /// <param name="now">The present (UTC).</param>
    public void TurnBack(DateTimeOffset now)
    {
        foreach (var waiter in _expiry.Items)
        {
            RankAnew(waiter, now);
        }

        foreach (var waiter in _ready.Items.ToArray())
        {
            if (waiter.ReadyAt > now)
            {
                _ready.Remove(waiter);
                waiter.Hold = Hold.Time;
                _time.Add(waiter);
            }
        }
    }

    /// <summary>Another version of its row counts for one that waits.</summary>
    /// <param name="waiter">One that is in the queue.</param>
    /// <param name="task">The row.</param>
    /// <param name="now">The present (UTC).</param>
    public void Replace(Waiter waiter, ScheduledTask task, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(waiter);
        waiter.Task = task;
        RankAnew(waiter, now);
    }

    /// <summary>One whose expiry has passed, or null.</summary>
    /// <param name="now">The present (UTC).</param>
    public Waiter? FirstExpired(DateTimeOffset now) =>
        _expiry.First is { } first && first.ExpiresTicks < now.UtcTicks ? first : null;

    /// <summary>The next instant (UTC) at which something changes by time alone, or null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public DateTimeOffset? NextChange()
    {
        var next = _time.First?.ReadyTicks ?? long.MaxValue;
        if (_expiry.First is { } first && first.ExpiresTicks < DateTimeOffset.MaxValue.Ticks)
        {
            next = Math.Min(next, first.ExpiresTicks + 1);
        }

        return next == long.MaxValue ? null : UtcTicks.ToInstant(next);
    }

    /// <summary>Those of one task, in the order in which they were put in.</summary>
    /// <param name="task">The task's id.</param>
    public IReadOnlyList<Waiter> Of(string task) => Same(task) ?? (IReadOnlyList<Waiter>)[];

    /// <summary>How many of one task wait.</summary>
    /// <param name="task">The task's id.</param>
    public int CountOf(string task) => Same(task)?.Count ?? 0;

    /// <summary>All that wait: first those in the order, then those held back, each by rank.</summary>
    public IReadOnlyList<Waiter> InOrder()
    {
        var all = _expiry.Items.ToArray();
        Array.Sort(all, ByPlace);
        return all;
    }

    /// <summary>The first of <see cref="InOrder()"/>, without sorting those behind them.</summary>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<Waiter> InOrder(int most)
    {
        if (Count <= most)
        {
            return InOrder();
        }

        var (first, byPlace) = (new List<Waiter>(most + 1), Comparer<Waiter>.Create(ByPlace));
        foreach (var waiter in _expiry.Items)
        {
            if (first.Count == most && ByPlace(waiter, first[^1]) >= 0)
            {
                continue;
            }

            var place = first.BinarySearch(waiter, byPlace);
            first.Insert(place < 0 ? ~place : place, waiter);
            if (first.Count > most)
            {
                first.RemoveAt(most);
            }
        }

        return first;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private List<Waiter>? Same(string task)
    {
        if (!ReferenceEquals(_last.Task, task) && _byTask.TryGetValue(task, out var same))
        {
            _last = (task, same);
        }

        return ReferenceEquals(_last.Task, task) ? _last.Same : null;
    }

    private static int ByPlace(Waiter left, Waiter right)
    {
        var order = (left.Hold == Hold.None ? 0 : 1).CompareTo(right.Hold == Hold.None ? 0 : 1);
        return order != 0 ? order : QueueOrder.Compare(left, right);
    }

    private void HoldBack(Waiter waiter, Hold hold, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(waiter);
        _ready.Remove(waiter);
        waiter.Hold = hold;
        waiter.HeldSince = now;
        _held.Add(waiter);
    }

    private void AddByTime(Waiter waiter, DateTimeOffset now)
    {
        if (waiter.ReadyTicks <= now.UtcTicks)
        {
            waiter.Hold = Hold.None;
            _ready.Add(waiter);
        }
        else
        {
            waiter.Hold = Hold.Time;
            _time.Add(waiter);
        }
    }

    private void RankAnew(Waiter waiter, DateTimeOffset now)
    {
        _rise.Remove(waiter);
        Rank(waiter, now);
        if (_ready.Contains(waiter))
        {
            _ready.Moved(waiter);
        }
    }

    private void Rank(Waiter waiter, DateTimeOffset now)
    {
        var waited = new TimeSpan(now.UtcTicks - waiter.Run.QueuedTicks);
        waiter.EffectivePriority = QueueOrder.Effective(waiter.Priority, waited, waiter.Task.Ageing);
        if (waiter.Task.Ageing is { } step && step > TimeSpan.Zero
            && waiter.EffectivePriority > Waiter.RaisedPriorityMin)
        {
            waiter.RiseTicks = waiter.Run.QueuedTicks + ((Math.Max(0, waited.Ticks / step.Ticks) + 1) * step.Ticks);
            _rise.Add(waiter);
        }
    }
}

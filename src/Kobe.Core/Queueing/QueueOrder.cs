using System.Runtime.CompilerServices;

namespace Kobe.Core.Queueing;

/// <summary>The total order of what is ready: effective priority, expiry, due, task id; the slot breaks ties.</summary>
public static class QueueOrder
{
    /// <summary>Which of two comes first.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>Below zero when the left one does.</returns>
    public static int Compare(Waiter left, Waiter right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var order = left.EffectivePriority.CompareTo(right.EffectivePriority);
        order = order != 0 ? order : left.ExpiresTicks.CompareTo(right.ExpiresTicks);
        order = order != 0 ? order : left.DueTicks.CompareTo(right.DueTicks);
        order = order != 0 ? order : string.CompareOrdinal(left.Key.Task, right.Key.Task);
        order = order != 0 ? order : left.Key.Date.CompareTo(right.Key.Date);
        return order != 0 ? order : string.CompareOrdinal(left.Key.Slot, right.Key.Slot);
    }

    /// <summary>The priority that counts after a wait: one step better each ageing, never better than 2.</summary>
    /// <param name="priority">The row's priority, 1–10.</param>
    /// <param name="waited">How long it has waited.</param>
    /// <param name="ageing">The row's ageing; null when it is off.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Effective(int priority, TimeSpan waited, TimeSpan? ageing)
    {
        if (ageing is not { } step || step <= TimeSpan.Zero || priority <= Waiter.RaisedPriorityMin || waited < step)
        {
            return priority;
        }

        return (int)Math.Max(Waiter.RaisedPriorityMin, priority - (waited.Ticks / step.Ticks));
    }
}

namespace Kobe.Core.Queueing;

/// <summary>By what waiters are in order in one heap.</summary>
internal interface IRank
{
    /// <summary>Which of two comes first, in a total order: below zero when the left one does.</summary>
    int Compare(Waiter left, Waiter right);

    /// <summary>Where a waiter keeps its index in this heap; -1 when it is not in it.</summary>
    ref int PlaceOf(Waiter waiter);

    /// <summary>The order of two by an instant of each; what ties is in the order of the keys.</summary>
    static int ByTicks(Waiter left, long leftTicks, Waiter right, long rightTicks)
    {
        var order = leftTicks.CompareTo(rightTicks);
        return order != 0 ? order : left.Key.CompareTo(right.Key);
    }
}

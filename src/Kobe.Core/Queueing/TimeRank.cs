namespace Kobe.Core.Queueing;

/// <summary>Who comes due first.</summary>
internal readonly struct TimeRank : IRank
{
    public int Compare(Waiter left, Waiter right)
    {
        var order = left.ReadyTicks.CompareTo(right.ReadyTicks);
        return order != 0 ? order : left.Key.CompareTo(right.Key);
    }

    public ref int PlaceOf(Waiter waiter) => ref waiter.TimePlace;
}

namespace Kobe.Core.Queueing;

/// <summary>Whose priority rises first.</summary>
internal readonly struct RiseRank : IRank
{
    public int Compare(Waiter left, Waiter right)
    {
        var order = left.RiseTicks.CompareTo(right.RiseTicks);
        return order != 0 ? order : left.Key.CompareTo(right.Key);
    }

    public ref int PlaceOf(Waiter waiter) => ref waiter.RisePlace;
}

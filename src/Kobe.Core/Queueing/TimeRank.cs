namespace Kobe.Core.Queueing;

/// <summary>Who comes due first.</summary>
internal readonly struct TimeRank : IRank
{
    public int Compare(Waiter left, Waiter right) =>
        IRank.ByTicks(left, left.ReadyTicks, right, right.ReadyTicks);

    public ref int PlaceOf(Waiter waiter) => ref waiter.TimePlace;
}

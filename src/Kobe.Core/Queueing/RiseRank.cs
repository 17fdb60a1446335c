namespace Kobe.Core.Queueing;

/// <summary>Whose priority rises first.</summary>
internal readonly struct RiseRank : IRank
{
    public int Compare(Waiter left, Waiter right) =>
        IRank.ByTicks(left, left.RiseTicks, right, right.RiseTicks);

    public ref int PlaceOf(Waiter waiter) => ref waiter.RisePlace;
}

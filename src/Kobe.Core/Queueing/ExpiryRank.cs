namespace Kobe.Core.Queueing;

/// <summary>Who expires first.</summary>
internal readonly struct ExpiryRank : IRank
{
    public int Compare(Waiter left, Waiter right) =>
        IRank.ByTicks(left, left.ExpiresTicks, right, right.ExpiresTicks);

    public ref int PlaceOf(Waiter waiter) => ref waiter.ExpiryPlace;
}

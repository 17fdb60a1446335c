namespace Kobe.Core.Queueing;

/// <summary>Who expires first.</summary>
internal readonly struct ExpiryRank : IRank
{
    public int Compare(Waiter left, Waiter right)
    {
        var order = left.ExpiresTicks.CompareTo(right.ExpiresTicks);
        return order != 0 ? order : left.Key.CompareTo(right.Key);
    }

    public ref int PlaceOf(Waiter waiter) => ref waiter.ExpiryPlace;
}

namespace Kobe.Core.Queueing;

/// <summary>The order in which those that could start do.</summary>
/// <param name="order">Which of two comes first.</param>
internal readonly struct ReadyRank(Comparison<Waiter> order) : IRank
{
    public int Compare(Waiter left, Waiter right) => order(left, right);

    public ref int PlaceOf(Waiter waiter) => ref waiter.ReadyPlace;
}

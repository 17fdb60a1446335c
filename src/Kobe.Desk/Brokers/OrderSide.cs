namespace Kobe.Desk.Brokers;

/// <summary>Which way an order goes.</summary>
public enum OrderSide
{
    /// <summary>Adds to a long position, or takes from a short one.</summary>
    Buy,

    /// <summary>Takes from a long position, or adds to a short one.</summary>
    Sell,
}

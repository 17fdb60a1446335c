namespace Kobe.Desk.Orders;

/// <summary>What an order is for.</summary>
public enum IntentKind
{
    /// <summary>It may open or enlarge a position: all gates ask.</summary>
    Entry,

    /// <summary>It may only close or shrink one: what would keep money at risk does not ask.</summary>
    Exit,
}

namespace Kobe.Desk.Brokers;

/// <summary>How far an order gets.</summary>
public enum DeskMode
{
    /// <summary>To the door: what would be sent is written down and not sent.</summary>
    Observe,

    /// <summary>To a paper account.</summary>
    Paper,

    /// <summary>To an account with money in it.</summary>
    Live,
}

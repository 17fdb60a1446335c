namespace Kobe.Plugins.Trading.Exits;

/// <summary>The reason for which positions are closed.</summary>
public enum ExitKind
{
    /// <summary>The price is beyond the stop, and the broker's stop has not closed it.</summary>
    Stop,

    /// <summary>The target is reached.</summary>
    Target,

    /// <summary>A good part of the gain was given back.</summary>
    Trail,

    /// <summary>A day trade that went nowhere for too long.</summary>
    Idle,

    /// <summary>It was decided after yesterday's close.</summary>
    Planned,

    /// <summary>It is held longer than its strategy allows.</summary>
    Overdue,

    /// <summary>The company reports before the next session.</summary>
    Earnings,
}

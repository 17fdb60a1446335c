namespace Kobe.Plugins.Monitoring.Alerts;

/// <summary>What of the alerts is counted.</summary>
public enum AlertSide
{
    /// <summary>Those that a channel has not told yet.</summary>
    Waiting,

    /// <summary>Those that a channel will never tell.</summary>
    Dead,

    /// <summary>Those that were raised.</summary>
    Raised,
}

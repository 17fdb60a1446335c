namespace Kobe.Plugins.Maintenance.Notices;

/// <summary>What a notice is about.</summary>
public enum NoticeAbout
{
    /// <summary>The market closes early on the date.</summary>
    EarlyClose,

    /// <summary>The market is closed on the date though it is a weekday.</summary>
    Holiday,
}

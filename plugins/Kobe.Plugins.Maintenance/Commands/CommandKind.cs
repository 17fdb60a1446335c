namespace Kobe.Plugins.Maintenance.Commands;

/// <summary>Which of the program's own checks is made.</summary>
public enum CommandKind
{
    /// <summary><c>kobe check</c>: schedule, calendars, configuration and plugins.</summary>
    Check,

    /// <summary><c>kobe doctor</c>: machine, permissions, access.</summary>
    Doctor,

    /// <summary><c>kobe plugins verify</c>: plugins against their manifest.</summary>
    Verify,
}

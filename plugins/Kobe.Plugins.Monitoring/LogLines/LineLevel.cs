namespace Kobe.Plugins.Monitoring.LogLines;

/// <summary>How serious a line of the log is.</summary>
public enum LineLevel
{
    /// <summary>Warnings and errors.</summary>
    Warn,

    /// <summary>Errors only.</summary>
    Error,
}

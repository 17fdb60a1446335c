namespace Kobe.Contracts;

/// <summary>How serious a line of the log is.</summary>
public enum LogLevel
{
    /// <summary>For the author of the handler.</summary>
    Debug,

    /// <summary>What is done, for the record.</summary>
    Information,

    /// <summary>Something is odd; the work goes on.</summary>
    Warning,

    /// <summary>Something failed.</summary>
    Error,
}

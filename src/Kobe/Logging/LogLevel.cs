namespace Kobe.Logging;

/// <summary>How much a line of the log matters.</summary>
internal enum LogLevel
{
    /// <summary>For whoever looks for a mistake in Kobe.</summary>
    Debug,

    /// <summary>What happens, day by day.</summary>
    Info,

    /// <summary>Something is not as it should be, and work goes on.</summary>
    Warning,

    /// <summary>Something failed that a person should look at.</summary>
    Error,
}

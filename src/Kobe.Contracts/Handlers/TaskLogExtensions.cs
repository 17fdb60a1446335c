namespace Kobe.Contracts;

/// <summary>Short names for the levels of the log.</summary>
public static class TaskLogExtensions
{
    /// <summary>Writes a line for the author of the handler.</summary>
    public static void Debug(this ITaskLog log, string message) => log.Write(LogLevel.Debug, message);

    /// <summary>Writes a line about what is done.</summary>
    public static void Information(this ITaskLog log, string message) => log.Write(LogLevel.Information, message);

    /// <summary>Writes a line about something odd.</summary>
    public static void Warning(this ITaskLog log, string message) => log.Write(LogLevel.Warning, message);

    /// <summary>Writes a line about something that failed.</summary>
    public static void Error(this ITaskLog log, string message) => log.Write(LogLevel.Error, message);
}

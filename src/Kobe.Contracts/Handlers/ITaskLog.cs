namespace Kobe.Contracts;

/// <summary>Takes lines for the log, from any thread. Lines beyond the run's limit are counted and dropped.</summary>
public interface ITaskLog
{
    /// <summary>Writes one line.</summary>
    /// <param name="level">How serious it is.</param>
    /// <param name="message">The text; line breaks are kept, length is limited to 4,096 characters.</param>
    void Write(LogLevel level, string message);
}

using Kobe.Hosting;
using Kobe.Logging;

namespace Kobe.Brain;

/// <summary>Writes what handlers log and print, and routine changes of runners, into the log, on the host's threads:
/// the loop doesn't need it.</summary>
internal sealed class TaskLines(IHandlerListener inner, Log log) : IHandlerListener
{
    public void Ended(AttemptResult result) => inner.Ended(result);

    public void Changed(RunnerChange change)
    {
        if (change is RunnerChange.Recycled recycled)
        {
            log.Info("runner", $"Runner {recycled.Pid}: {recycled.Why}");
        }

        inner.Changed(change);
    }

    public void Said(HandlerReport report)
    {
        switch (report)
        {
            case HandlerReport.Logged line:
                log.Write(Level(line.Level), "task", $"{report.Key}: {line.Text}", null);
                break;
            case HandlerReport.Printed line:
                log.Info("task", $"{report.Key ?? "runner"} printed: {line.Text}");
                break;
            default:
                break;
        }

        inner.Said(report);
    }

    private static LogLevel Level(Contracts.LogLevel level) => level switch
    {
        Contracts.LogLevel.Debug => LogLevel.Debug,
        Contracts.LogLevel.Warning => LogLevel.Warning,
        Contracts.LogLevel.Error => LogLevel.Error,
        _ => LogLevel.Info,
    };
}

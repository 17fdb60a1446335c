using Kobe.Logging;

namespace Kobe.Brain;

/// <summary>Alerts as lines of the log, until there are channels that reach a person.</summary>
internal sealed class LogAlerts(Log log) : IAlerts
{
    public void Raise(AlertLevel level, string text)
    {
        if (level == AlertLevel.Notice)
        {
            log.Info("alert", text);
        }
        else if (level == AlertLevel.Warning)
        {
            log.Warning("alert", text);
        }
        else
        {
            log.Error("alert", text);
        }
    }
}

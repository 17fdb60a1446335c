using Kobe.Brain;
using Kobe.Logging;

namespace Kobe.Replay;

/// <summary>Alerts of a replay: they are counted, logged and held against the laws, and reach nobody.</summary>
internal sealed class ReplayAlerts(IAlerts witness, Log log) : IAlerts
{
    /// <summary>How many were raised.</summary>
    public int Count { get; private set; }

    /// <summary>Told of each.</summary>
    public Action<AlertLevel, string>? Raised { get; init; }

    public void Raise(AlertLevel level, string text)
    {
        Count++;
        log.Warning("alert", text);
        witness.Raise(level, text);
        Raised?.Invoke(level, text);
    }
}

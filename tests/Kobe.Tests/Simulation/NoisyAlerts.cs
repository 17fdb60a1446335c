using Kobe.Brain;

namespace Kobe.Tests.Simulation;

/// <summary>Alerts with something in them that no seed decides.</summary>
internal sealed class NoisyAlerts(IAlerts inner) : IAlerts
{
    public void Raise(AlertLevel level, string text) => inner.Raise(level, $"{text} ({Guid.NewGuid()})");
}

using Kobe.Brain;

namespace Kobe.Tests.Simulation;

/// <summary>Nobody hears anything.</summary>
internal sealed class MutedAlerts : IAlerts
{
    public void Raise(AlertLevel level, string text)
    {
    }
}

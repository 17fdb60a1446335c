namespace Kobe.Core.Health;

/// <summary>How the brain does, from well to badly.</summary>
public enum HealthStatus
{
    /// <summary>All is as it should be.</summary>
    Healthy,

    /// <summary>Something wants a person's eye; the work goes on.</summary>
    Degraded,

    /// <summary>Work does not go on, or can't be accounted for.</summary>
    Unhealthy,
}

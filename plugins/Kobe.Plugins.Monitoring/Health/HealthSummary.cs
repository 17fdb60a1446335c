namespace Kobe.Plugins.Monitoring.Health;

/// <summary>The fact <c>health.summary</c>.</summary>
/// <param name="Status"><c>healthy</c>, or <c>degraded</c> when there are reasons; an unhealthy brain is a
/// failure.</param>
/// <param name="Reasons">What should be looked at, a sentence each.</param>
internal sealed record HealthSummary(string Status, IReadOnlyList<string> Reasons)
{
    public static HealthSummary Of(IReadOnlyList<string> reasons) =>
        new(reasons.Count == 0 ? "healthy" : "degraded", reasons);
}

namespace Kobe.Plugins.Monitoring.Endpoints;

/// <summary>What asking the brain publishes.</summary>
/// <param name="Ok">Whether it answered as it should, in time.</param>
/// <param name="Open">What is wrong, by id.</param>
/// <param name="Status">Its answer's code.</param>
/// <param name="Ms">How long it took, in milliseconds.</param>
/// <param name="Bytes">How long the answer was.</param>
internal sealed record EndpointSight(bool Ok, IReadOnlyList<string> Open, int Status, long Ms, long Bytes);

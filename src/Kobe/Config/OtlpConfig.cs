namespace Kobe.Config;

/// <summary>Where metrics are pushed to.</summary>
/// <param name="Endpoint">The collector's address for metrics.</param>
/// <param name="Every">How often.</param>
internal sealed record OtlpConfig(Uri Endpoint, TimeSpan Every);
